import { explainStart } from './node/explainStart.ts'
import { loadBuild } from './node/loadBuild.ts'
import { createLog, type Log } from './node/log.ts'
import { openBackend } from './node/openBackend.ts'
import { readHeldWords } from './node/readHeldWords.ts'
import { readSecrets } from './node/readSecrets.ts'
import { readSettings, type Settings } from './node/settings.ts'
import { startServer } from './node/startServer.ts'

const started = readSettings(process.env, process.argv.slice(2))
switch (started.kind) {
  case 'help':
    process.stdout.write(started.text)
    break
  case 'errors':
    process.stderr.write(`${started.errors.join('\n')}\n`)
    process.exitCode = 1
    break
  case 'settings': {
    const log = createLog(started.settings.logLevel)
    for (const warning of started.warnings) log.warn(warning)
    await serve(started.settings, log)
  }
}

/** Listens only once all else is ready, until it is told to stop. */
async function serve(settings: Settings, log: Log): Promise<void> {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      log.fatal({ err: error }, 'something is wrong in the server')
      process.exit(1)
    })
  }
  try {
    const [secrets, build, heldWords] = await Promise.all([
      readSecrets(settings),
      loadBuild(settings.buildFolder),
      readHeldWords(settings.heldWords),
    ])
    const backend = await openBackend(settings, log, settings.searchLanguages)
    const server = await startServer({ settings, backend, secrets, build, heldWords, log }).catch(
      async (error: unknown) => {
        await backend.close()
        throw error
      },
    )
    log.info({ address: server.origin }, `Soundoff is at ${settings.publicUrl ?? server.origin}`)
    stopOnSignals(log, async () => {
      await server.stop()
      await backend.close()
    })
  } catch (error) {
    log.debug({ err: error }, 'the server could not start')
    process.stderr.write(`${explainStart(error, settings)}\n`)
    process.exit(1)
  }
}

/** The first signal ends what is under way, the second one everything. */
function stopOnSignals(log: Log, stop: () => Promise<void>): void {
  let isStopping = false
  for (const name of ['SIGTERM', 'SIGINT'] as const) {
    process.on(name, () => {
      if (isStopping) process.exit(1)
      isStopping = true
      log.info({ signal: name }, 'stopping')
      void stop().then(() => {
        log.info('stopped')
        process.exit(0)
      })
    })
  }
}
