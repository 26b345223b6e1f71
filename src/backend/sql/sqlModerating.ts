import type { ModeratingStore } from '../moderatingStore.ts'
import type { Database } from './database.ts'
import { decideOnComment, decideOnDiscussion } from './deciding.ts'
import { listEntries, readEntry } from './logEntries.ts'
import { steady } from './steady.ts'
import { listWaiting } from './waiting.ts'

/** What moderators need of a database, as `createSqlStore` gives the rest. */
export function createSqlModerating(database: Database): ModeratingStore {
  const asked = steady(database)
  const { read } = asked
  return {
    listWaiting: (...place) => listWaiting(read, ...place),
    listEntries: (...place) => listEntries(read, ...place),
    readEntry: (id) => readEntry(read, id),
    decideOnComment: (...decision) => decideOnComment(asked, ...decision),
    decideOnDiscussion: (...decision) => decideOnDiscussion(asked, ...decision),
  }
}
