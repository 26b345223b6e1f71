import { rm } from 'node:fs/promises'
import { createLog } from '../../../src/hosts/node/log.ts'
import { loadBuild } from '../../../src/hosts/node/loadBuild.ts'
import { openBackend } from '../../../src/hosts/node/openBackend.ts'
import { readSecrets } from '../../../src/hosts/node/readSecrets.ts'
import { seedFile } from '../../../src/hosts/node/seedFiles.ts'
import { readSettings } from '../../../src/hosts/node/settings.ts'
import { startServer } from '../../../src/hosts/node/startServer.ts'

/* The server as `src/hosts/node.ts` starts it, which holds the sample discussion, and takes it in anew whenever it is told to. It ends with the process that has started it. */

const SAMPLE = 'public/transcripts/kerry-to-urge-china.txt'

const started = readSettings(process.env, [])
if (started.kind !== 'settings') throw new Error(JSON.stringify(started))
const { settings } = started
const log = createLog('error', process.stderr)
const [secrets, build] = await Promise.all([readSecrets(settings), loadBuild(settings.buildFolder)])
const backend = await openBackend(settings, log, settings.searchLanguages)
await seedFile(backend, SAMPLE, { replace: true })
const server = await startServer({ settings, backend, secrets, build, log })

process.on('message', () => {
  void seedFile(backend, SAMPLE, { replace: true }).then(() => process.send?.('renewed'))
})
process.on('disconnect', () => {
  void server
    .stop()
    .then(() => backend.close())
    .then(() => rm(settings.dataFolder, { recursive: true, force: true }))
    .then(() => process.exit(0))
})
process.send?.(server.origin)
