import { existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createLog } from '../../../src/hosts/node/log.ts'
import { loadBuild } from '../../../src/hosts/node/loadBuild.ts'
import { openBackend } from '../../../src/hosts/node/openBackend.ts'
import { readSecrets } from '../../../src/hosts/node/readSecrets.ts'
import { seedFile } from '../../../src/hosts/node/seedFiles.ts'
import { readSettings } from '../../../src/hosts/node/settings.ts'
import { startServer } from '../../../src/hosts/node/startServer.ts'
import { generateDiscussionTranscript } from '../generateTranscript.ts'

/*
 * The server as `src/hosts/node.ts` starts it, which holds the sample discussion, and takes in anew whatever article it is told to; it then tells
 * what went wrong, or nothing. It ends with the process that has started it.
 */

/** That of `generatedTranscripts`, so that both hosts have the same. */
const SEED = 20130411

const started = readSettings(process.env, [])
if (started.kind !== 'settings') throw new Error(JSON.stringify(started))
const { settings } = started
const log = createLog('error', process.stderr)
const [secrets, build] = await Promise.all([readSecrets(settings), loadBuild(settings.buildFolder)])
const backend = await openBackend(settings, log, settings.searchLanguages)
await takeIn('kerry-to-urge-china')
const server = await startServer({ settings, backend, secrets, build, log })

process.on('message', (article) => {
  takeIn(String(article)).then(
    () => process.send?.(''),
    (error: unknown) => process.send?.(String(error)),
  )
})
process.on('disconnect', () => {
  void server
    .stop()
    .then(() => backend.close())
    .then(() => rm(settings.dataFolder, { recursive: true, force: true }))
    .then(() => process.exit(0))
})
process.send?.(server.origin)

async function takeIn(article: string): Promise<void> {
  const transcript = await transcriptOf(article)
  if (transcript === null) return
  const { isRead, lines } = await seedFile(backend, transcript, { replace: true })
  if (!isRead) throw new Error(lines.join('\n'))
}

/** The path of its transcript, which is made where it is a generated one; `null` where there is none. */
async function transcriptOf(article: string): Promise<string | null> {
  const folders = ['public/transcripts', 'tests/fixtures/transcripts', settings.dataFolder]
  const paths = folders.map((folder) => join(folder, `${article}.txt`))
  const found = paths.find((path) => existsSync(path))
  if (found !== undefined) return found
  const count = Number(/^generated-([1-9]\d{0,5})$/.exec(article)?.[1])
  const path = paths.at(-1)
  if (Number.isNaN(count) || path === undefined) return null
  await writeFile(path, generateDiscussionTranscript({ seed: SEED, count }))
  return path
}
