import type { ServerStore } from '../serverStore.ts'
import type { Database } from './database.ts'
import { decideOnComment, decideOnDiscussion } from './deciding.ts'
import { erase, readKept } from './erasing.ts'
import { exportDiscussion } from './exporting.ts'
import { importDiscussion } from './importing.ts'
import { importPieces } from './importingPieces.ts'
import { listBranches } from './listBranches.ts'
import { listEntries, readEntry } from './logEntries.ts'
import { post } from './posting.ts'
import { listChanges, readArticle, readComment, readDiscussion, readPost } from './reading.ts'
import { report } from './reporting.ts'
import { release, revise } from './revising.ts'
import { search } from './search.ts'
import { steady } from './steady.ts'
import { readSurroundings } from './surroundings.ts'
import { survey } from './survey.ts'
import { listWaiting } from './waiting.ts'

/**
 * A store in PostgreSQL, shared by all processes on one database, whose migrations have been applied. What is read is read by one
 * statement, and so of one moment; what is written, by one transaction. Rejects with `StorageError`. Each change is
 * told to `createSqlSignal` of every process by the transaction that makes it. It finds words in their other forms in `languages`, which
 * `setLanguages` has had indexed.
 */
export function createSqlStore(
  database: Database,
  { languages = [] }: { languages?: readonly string[] } = {},
): ServerStore {
  const asked = steady(database)
  const { read } = asked
  return {
    readArticle: (id) => readArticle(read, id),
    readDiscussion: (id) => readDiscussion(read, id),
    readComment: (...place) => readComment(read, ...place),
    listBranches: (...siblings) => listBranches(read, ...siblings),
    listChanges: (...since) => listChanges(read, ...since),
    readPost: (key) => readPost(read, key),
    search: (wanted) => search(read, wanted, languages),
    readSurroundings: (...wanted) => readSurroundings(read, ...wanted),
    survey: (...wanted) => survey(read, ...wanted),
    post: (...attempt) => post(asked, ...attempt),
    revise: (...revision) => revise(asked, ...revision),
    release: (...held) => release(asked, ...held),
    report: (...received) => report(asked, ...received),
    importDiscussion: (...batch) => importDiscussion(asked, ...batch),
    exportDiscussion: (...wanted) => exportDiscussion(asked, ...wanted),
    importPieces: (...given) => importPieces(asked, ...given),
    readKept: (...place) => readKept(read, ...place),
    erase: (...place) => erase(asked, ...place),
    listWaiting: (...place) => listWaiting(read, ...place),
    listEntries: (...place) => listEntries(read, ...place),
    readEntry: (id) => readEntry(read, id),
    decideOnComment: (...decision) => decideOnComment(asked, ...decision),
    decideOnDiscussion: (...decision) => decideOnDiscussion(asked, ...decision),
  }
}
