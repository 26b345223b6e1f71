import { openDB, type IDBPDatabase } from 'idb'
import { SCHEMA_VERSION, type Schema } from './indexedDbSchema.ts'
import { build } from './indexedDbUpgrade.ts'

export type Connection = {
  use<Value>(work: (database: IDBPDatabase<Schema>) => Promise<Value>): Promise<Value>
}

/**
 * A database that is opened again when its connection was closed: by the browser, or because it gave way to another tab
 * that upgrades or deletes the database. `work` is one transaction, so that doing it again after it could not begin is safe.
 */
export async function connect(name: string): Promise<Connection> {
  let current: Promise<IDBPDatabase<Schema>> | null = null
  const forget = (lost: Promise<IDBPDatabase<Schema>>) => {
    if (current === lost) current = null
  }
  const reach = () => {
    const opening = (current ??= open(name))
    opening.catch(() => forget(opening))
    return opening
  }
  await reach()
  return {
    async use(work) {
      const reached = reach()
      try {
        return await work(await reached)
      } catch (error) {
        if (!isClosed(error)) throw error
        forget(reached)
        return work(await reach())
      }
    },
  }
}

/** Does `work` and waits until the transaction is committed; where it fails, nothing of it stays. */
export async function committed<Transaction extends { done: Promise<void>; abort(): void }, Value>(
  transaction: Transaction,
  work: (transaction: Transaction) => Promise<Value>,
): Promise<Value> {
  transaction.done.catch(() => undefined)
  try {
    const value = await work(transaction)
    await transaction.done
    return value
  } catch (error) {
    abort(transaction)
    throw error
  }
}

function open(name: string): Promise<IDBPDatabase<Schema>> {
  return new Promise((resolve, reject) => {
    let refused = false
    const opening = openDB<Schema>(name, SCHEMA_VERSION, {
      upgrade(database, oldVersion, _, transaction) {
        transaction.done.catch(() => undefined)
        build(database, oldVersion, transaction).catch((error: unknown) => {
          abort(transaction)
          reject(error)
        })
      },
      blocked: () => {
        refused = true
        reject(new Error('Another tab keeps an older version of the storage open'))
      },
      blocking: () => void opening.then((database) => database.close()),
    })
    opening.then((database) => (refused ? database.close() : resolve(database)), reject)
  })
}

function isClosed(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'InvalidStateError'
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort()
  } catch {
    // It is over already: what it failed with is on its way to the caller.
  }
}
