import type { Database, Query, Session } from './database.ts'
import { StorageError, storageErrorOf } from './storageError.ts'

/** A database as the store asks it: rejects with `StorageError`, but for what the store's own work rejects with. */
export type Steady = {
  /** One statement, committed by itself; done anew as `write` is. */
  read: Query
  /** One transaction, done anew, a few times, where others wrote at the same moment. */
  write<Value>(work: (session: Session) => Promise<Value>): Promise<Value>
  /** One transaction, which is not done anew. */
  once<Value>(work: (session: Session) => Promise<Value>): Promise<Value>
}

const ATTEMPTS = 8
/** In milliseconds; each wait is twice the one before, less by chance. */
const FIRST_WAIT = 4

export function steady(database: Database): Steady {
  return {
    read: <Row extends object>(text: string, values?: readonly unknown[]) =>
      persist(() => told(database.query)<Row>(text, values)),
    write: (work) => persist(() => transact(database, work)),
    once: (work) => transact(database, work),
  }
}

async function persist<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (!isConflict(error) || attempt === ATTEMPTS) throw error
      await wait(FIRST_WAIT * 2 ** attempt * Math.random())
    }
  }
}

async function transact<Value>(
  database: Database,
  work: (session: Session) => Promise<Value>,
): Promise<Value> {
  let refusal: { error: unknown } | null = null
  try {
    return await database.transact(async ({ query, run }) => {
      try {
        return await work({ query: told(query), run: (script) => run(script).catch(tell) })
      } catch (error) {
        refusal = { error }
        throw error
      }
    })
  } catch (error) {
    throw isSame(refusal, error) ? error : storageErrorOf(error)
  }
}

function isSame(refusal: { error: unknown } | null, error: unknown): boolean {
  return refusal !== null && refusal.error === error
}

function isConflict(error: unknown): boolean {
  return error instanceof StorageError && error.fault === 'conflict'
}

function told(query: Query): Query {
  return <Row extends object>(text: string, values?: readonly unknown[]) =>
    query<Row>(text, values).catch(tell)
}

function tell(error: unknown): never {
  throw storageErrorOf(error)
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
