import { isId, type DiscussionId } from '../domain/ids.ts'
import { explainStart } from './node/explainStart.ts'
import { createLog } from './node/log.ts'
import { openBackend } from './node/openBackend.ts'
import { readSettings, type Settings } from './node/settings.ts'
import { exportDiscussions } from './transfer/exportDiscussions.ts'

const parameters = process.argv.slice(2)
const ids = parameters.filter(isId<DiscussionId>)
const started = readSettings(process.env, [])

if (ids.length === 0 || ids.length < parameters.length || parameters.includes('--help')) {
  refuse(['Usage: npm run --silent export -- DISCUSSION_ID… > FILE, to which the discussions are written.'])
} else if (started.kind === 'settings') {
  await exportAll(started.settings).catch((error: unknown) => refuse([explainStart(error, started.settings)]))
} else if (started.kind === 'errors') {
  refuse(started.errors)
}

/** What is exported is written to standard output, and nothing else is. */
async function exportAll(settings: Settings): Promise<void> {
  const backend = await openBackend(settings, createLog(settings.logLevel, process.stderr))
  // Whoever reads may stop, which is told to what writes.
  process.stdout.on('error', () => undefined)
  try {
    const missing = await exportDiscussions(backend.store, ids, write)
    if (missing.length > 0) refuse(missing.map((id) => `There is no discussion "${id}" here.`))
  } finally {
    await backend.close()
  }
}

function write(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()))
  })
}

function refuse(lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`)
  process.exitCode = 1
}
