import { committed, connect } from './indexedDbConnection.ts'
import { importDiscussion } from './indexedDbImporting.ts'
import { listBranches, listChanges, readRecorded } from './indexedDbReading.ts'
import { searchIndexedDb } from './indexedDbSearching.ts'
import { post, release, report, revise } from './indexedDbWriting.ts'
import type { Store } from './store.ts'

/**
 * A store in the browser's IndexedDB, shared by all tabs of one origin. Rejects where there is none to be had. A post is
 * acknowledged when the browser says that it is on the disk (`durability: 'strict'`).
 */
export async function openIndexedDbStore(name = 'soundoff'): Promise<Store> {
  const connection = await connect(name)
  return {
    readArticle: (id) =>
      connection.use((database) =>
        committed(database.transaction('articles'), async ({ store }) => (await store.get(id)) ?? null),
      ),
    readDiscussion: (id) =>
      connection.use((database) =>
        committed(database.transaction('discussions'), async ({ store }) => (await store.get(id)) ?? null),
      ),
    readComment: (discussionId, id) =>
      connection.use((database) =>
        committed(
          database.transaction('comments'),
          async ({ store }) => (await store.get([discussionId, id]))?.comment ?? null,
        ),
      ),
    listBranches: (...siblings) =>
      connection.use((database) =>
        committed(database.transaction(['discussions', 'comments']), (transaction) =>
          listBranches(transaction, ...siblings),
        ),
      ),
    listChanges: (...since) =>
      connection.use((database) =>
        committed(database.transaction(['discussions', 'comments']), (transaction) =>
          listChanges(transaction, ...since),
        ),
      ),
    ...searchIndexedDb(connection),
    readPost: (key) =>
      connection.use((database) =>
        committed(
          database.transaction(['keys', 'comments', 'withheld']),
          async (transaction) => (await readRecorded(transaction, key))?.comment ?? null,
        ),
      ),
    post: (...attempt) => connection.use((database) => post(database, ...attempt)),
    revise: (...revision) => connection.use((database) => revise(database, ...revision)),
    release: (...held) => connection.use((database) => release(database, ...held)),
    report: (...received) => connection.use((database) => report(database, ...received)),
    importDiscussion: (...batch) => connection.use((database) => importDiscussion(database, ...batch)),
  }
}
