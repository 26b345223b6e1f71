import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { inspect } from 'node:util'
import { afterAll, beforeAll } from 'vitest'
import { openIndexedDbStore } from '../../src/backend/indexedDbStore.ts'
import { createMemoryServerStore } from '../../src/backend/memoryServerStore.ts'
import { createMemory, createMemoryStore } from '../../src/backend/memoryStore.ts'
import { createMemoryModeration } from '../../src/backend/memoryWaiting.ts'
import type { ServerStore } from '../../src/backend/serverStore.ts'
import type { Database } from '../../src/backend/sql/database.ts'
import { createSqlSignal, type SqlSignal } from '../../src/backend/sql/sqlSignal.ts'
import { createSqlStore } from '../../src/backend/sql/sqlStore.ts'
import type { Store } from '../../src/backend/store.ts'
import { findPostgres } from '../support/databases/findPostgres.ts'
import { empty, makePostgres, migrated, openEmptyPglite } from '../support/databases/openDatabases.ts'
import { textOf } from '../support/databases/textOf.ts'

type Openers = {
  open: () => Promise<Store>
  /** The last one's contents anew. */
  reopen?: () => Promise<Store>
  /** As a server has it, where it may; empty, too. */
  openOfServer?: () => Promise<ServerStore>
  /** Of a store that tells its changes itself. */
  follow?: () => Promise<SqlSignal>
}

/** How long a database may take to open on a machine that has much else to do, in milliseconds. */
const OPENING_TIMEOUT = 120_000

/** The stores that run without a database, each opened empty. */
const quickStores: Record<string, Openers> = {
  memory: {
    open: async () => createMemoryStore(),
    openOfServer: async () => createMemoryServerStore(),
  },
  IndexedDB: {
    open: () => {
      globalThis.indexedDB = new IDBFactory()
      return openIndexedDbStore()
    },
    reopen: () => openIndexedDbStore(),
  },
}

const hasPostgres = findPostgres() !== null
if (!hasPostgres) {
  console.warn(
    'WITHOUT POSTGRESQL: neither DATABASE_URL nor initdb and postgres are here, so nothing is tested on it.',
  )
}

const databases = {
  PGlite: async () => migrated(await openEmptyPglite()),
  ...(hasPostgres && { PostgreSQL: async () => migrated((await makePostgres())()) }),
}

/** Every store, in SQL on each database that is here. */
export function everyStore(): Record<string, Openers> {
  return { ...quickStores, ...over(Object.entries(databases)) }
}

type ServerOpeners = {
  open: () => Promise<ServerStore>
  /** All that is in the last one that was opened, as text to search in. */
  everything: () => Promise<string>
}

/** A store of every kind that a server may have: the one in SQL is on the database that takes less time. */
export function everyKindOfServerStore(): (ServerOpeners & { name: string })[] {
  const inSql = Object.entries(databases)
    .slice(-1)
    .map(([name, open]) => ({ name, ...overOne(open) }))
  return [{ name: 'memory', ...inMemory() }, ...inSql]
}

function inMemory(): ServerOpeners {
  let kept = { memory: createMemory(), moderation: createMemoryModeration() }
  return {
    async open() {
      kept = { memory: createMemory(), moderation: createMemoryModeration() }
      return createMemoryServerStore(kept.memory, kept.moderation)
    },
    everything: async () =>
      inspect(kept, { depth: Infinity, maxArrayLength: null, maxStringLength: null, breakLength: Infinity }),
  }
}

/** A store of every kind: the one in SQL is on the database that takes less time, as it is the same on each. */
export function everyKindOfStore(): Record<string, Openers> {
  return { ...quickStores, ...over(Object.entries(databases).slice(-1)) }
}

/** Stores that are to answer alike. What is done `times` over the quick ones is done less often over a database, which takes longer. */
export function groupsOfStores() {
  const { memory, IndexedDB, ...inSql } = everyKindOfStore()
  return [
    { group: 'memory and IndexedDB', openers: [memory, IndexedDB], times: 1 },
    {
      group: ['memory', ...Object.keys(inSql)].join(' and '),
      openers: [memory, ...Object.values(inSql)],
      times: 0.1,
    },
  ].map(({ openers, ...group }) => ({ ...group, openers: openers.filter((each) => each !== undefined) }))
}

function over(given: [string, () => Promise<Database>][]): Record<string, Openers> {
  return Object.fromEntries(given.map(([name, open]) => [name, overOne(open)]))
}

/** Over one database of the test file, which is emptied each time. */
function overOne(openDatabase: () => Promise<Database>): Openers & ServerOpeners {
  let opening: Promise<Database> | undefined
  const reach = () => (opening ??= openDatabase())
  beforeAll(async () => void (await reach()), OPENING_TIMEOUT)
  afterAll(async () => (await opening)?.close())
  const open = async () => {
    const database = await reach()
    await empty(database)
    return createSqlStore(database)
  }
  return {
    open,
    everything: async () => textOf(await reach()),
    reopen: async () => createSqlStore(await reach()),
    openOfServer: open,
    follow: async () => createSqlSignal(await reach()),
  }
}
