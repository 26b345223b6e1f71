import { errorCode } from '../transcriptFile.ts'
import { explainDatabase } from './explainDatabase.ts'
import type { Settings } from './settings.ts'

/** Why the server could not start, as a sentence for who runs it. */
export function explainStart(
  error: unknown,
  { port, host, databaseUrl }: Pick<Settings, 'port' | 'host' | 'databaseUrl'>,
): string {
  const ofDatabase = databaseUrl === null ? null : explainDatabase(error, databaseUrl)
  if (ofDatabase !== null) return ofDatabase
  switch (errorCode(error)) {
    case 'EADDRINUSE':
      return `PORT is ${port}, where something else listens already. Stop that, or name another port.`
    case 'EACCES':
      return `PORT is ${port}, or SOUNDOFF_DATA a folder, for which this user has no permission. Name another one.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST is "${host}", which is no address of this machine.`
    default:
      return error instanceof Error ? error.message : String(error)
  }
}
