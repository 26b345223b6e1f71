import type { FileOutcome } from '../transcriptFile.ts'
import { explainStart } from './explainStart.ts'
import { createLog } from './log.ts'
import { openBackend, type Backend } from './openBackend.ts'
import { readSettings, type Settings } from './settings.ts'

/** Takes a file into what the server keeps everything in. Rejects where that fails. */
type TakeFile = (backend: Backend, name: string, options: { replace: boolean }) => Promise<FileOutcome>

/** A command that takes files in, one after the other, says what came of each, and ends with 1 where one could not be read. */
export async function takeFiles(usage: string, takeFile: TakeFile): Promise<void> {
  const parameters = process.argv.slice(2)
  const names = parameters.filter((each) => !each.startsWith('--'))
  const options = parameters.filter((each) => each.startsWith('--'))
  const started = readSettings(process.env, [])

  if (names.length === 0 || options.some((each) => each !== '--replace')) {
    refuse([usage])
  } else if (started.kind === 'settings') {
    await takeAll(started.settings).catch((error: unknown) => refuse([explainStart(error, started.settings)]))
  } else if (started.kind === 'errors') {
    refuse(started.errors)
  }

  async function takeAll(settings: Settings): Promise<void> {
    const backend = await openBackend(settings, createLog(settings.logLevel))
    try {
      for (const name of names) {
        const { isRead, lines } = await takeFile(backend, name, { replace: options.length > 0 })
        for (const line of lines) (isRead ? process.stdout : process.stderr).write(`${line}\n`)
        if (!isRead) process.exitCode = 1
      }
    } finally {
      await backend.close()
    }
  }
}

function refuse(lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`)
  process.exitCode = 1
}
