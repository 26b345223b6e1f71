import { explainStart } from './node/explainStart.ts'
import { createLog } from './node/log.ts'
import { openBackend } from './node/openBackend.ts'
import { seedFile } from './node/seedFiles.ts'
import { readSettings, type Settings } from './node/settings.ts'

const parameters = process.argv.slice(2)
const names = parameters.filter((each) => !each.startsWith('--'))
const options = parameters.filter((each) => each.startsWith('--'))
const started = readSettings(process.env, [])

if (names.length === 0 || options.some((each) => each !== '--replace')) {
  refuse(['Usage: npm run seed -- [--replace] FILE…, where each FILE is a transcript.'])
} else if (started.kind === 'settings') {
  await seed(started.settings).catch((error: unknown) => refuse([explainStart(error, started.settings)]))
} else if (started.kind === 'errors') {
  refuse(started.errors)
}

async function seed(settings: Settings): Promise<void> {
  const backend = await openBackend(settings, createLog(settings.logLevel))
  try {
    for (const name of names) {
      const { isRead, lines } = await seedFile(backend, name, { replace: options.length > 0 })
      for (const line of lines) (isRead ? process.stdout : process.stderr).write(`${line}\n`)
      if (!isRead) process.exitCode = 1
    }
  } finally {
    await backend.close()
  }
}

function refuse(lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`)
  process.exitCode = 1
}
