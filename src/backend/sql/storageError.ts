/**
 * Why the database did not do what it was asked. `conflict`: others wrote at that moment, and it may be tried again. `full`: the
 * disk has no room. `read-only`: it takes no changes, as a standby. `unreachable`: no connection, or it was lost. `timed-out`:
 * a statement took too long and was given up. `refused`: anything else, which trying again does not mend.
 */
export type StorageFault = 'conflict' | 'full' | 'read-only' | 'unreachable' | 'timed-out' | 'refused'

/** What the store rejects with, for the log of its host; its cause is the driver's error. */
export class StorageError extends Error {
  readonly fault: StorageFault

  constructor(fault: StorageFault, cause: unknown) {
    super(`${WORDS[fault]}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    this.name = 'StorageError'
    this.fault = fault
  }
}

export function storageErrorOf(error: unknown): StorageError {
  return error instanceof StorageError ? error : new StorageError(faultOf(error), error)
}

const WORDS: Readonly<Record<StorageFault, string>> = {
  conflict: 'Others wrote to the database at the same moment',
  full: 'The disk of the database is full',
  'read-only': 'The database takes no changes at the moment',
  unreachable: 'The database cannot be reached',
  'timed-out': 'The database took too long',
  refused: 'The database did not do what it was asked',
}

/** PostgreSQL's codes (its appendix A); a class has two characters. */
const FAULTS: Readonly<Record<string, StorageFault>> = {
  '40001': 'conflict',
  '40P01': 'conflict',
  '53100': 'full',
  ENOSPC: 'full',
  '25006': 'read-only',
  '57014': 'timed-out',
  '55P03': 'timed-out',
  '25P03': 'timed-out',
  '53300': 'unreachable',
  '57P01': 'unreachable',
  '57P02': 'unreachable',
  '57P03': 'unreachable',
  '57P05': 'unreachable',
  '08': 'unreachable',
}

/** Of these the key that others used at that moment is found by who tries again. */
const RACED: ReadonlySet<string | null> = new Set(['keys_pkey', 'reports_pkey'])

function faultOf(error: unknown): StorageFault {
  const code = read(error, 'code')
  // A connection that was lost or could not be had is told by no code of PostgreSQL's, which have a digit each, but by the system's, or none.
  if (code === null || !/^(?=.*\d)[0-9A-Z]{5}$/.test(code)) return FAULTS[code ?? ''] ?? 'unreachable'
  if (code === '23505' && RACED.has(read(error, 'constraint'))) return 'conflict'
  return FAULTS[code] ?? FAULTS[code.slice(0, 2)] ?? 'refused'
}

function read(error: unknown, name: 'code' | 'constraint'): string | null {
  if (typeof error !== 'object' || error === null || !(name in error)) return null
  const value: unknown = Reflect.get(error, name)
  return typeof value === 'string' ? value : null
}
