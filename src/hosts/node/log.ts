import { pino, type DestinationStream, type Logger } from 'pino'
import type { Settings } from './settings.ts'

export type Log = Logger

/** Lines of JSON, on standard output unless elsewhere. */
export function createLog(level: Settings['logLevel'], destination?: DestinationStream): Log {
  const options = { level, serializers: { err: tellError } }
  return destination ? pino(options, destination) : pino(options)
}

/** An error without what else databases put into theirs: what was asked, and the values in it, are what people wrote. */
export function tellError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) }
  return {
    type: error.name,
    message: error.message,
    ...('code' in error && { code: error.code }),
    stack: error.stack,
    ...(error.cause !== undefined && { cause: tellError(error.cause) }),
  }
}
