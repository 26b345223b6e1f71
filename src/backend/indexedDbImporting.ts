import { unwrap, type IDBPDatabase, type IDBPTransaction } from 'idb'
import { arrangeImport } from './arrangeImport.ts'
import { committed } from './indexedDbConnection.ts'
import { keysUnder, recordOf, type Schema, type StoreName } from './indexedDbSchema.ts'
import type { Import, StoredDiscussion } from './store.ts'

type Importing = IDBPTransaction<Schema, StoreName[], 'readwrite'>

const ALL: StoreName[] = ['articles', 'discussions', 'comments', 'withheld', 'keys', 'reports']

/** As `Store.importDiscussion` says. */
export function importDiscussion(
  database: IDBPDatabase<Schema>,
  batch: Import,
  { replace }: { replace: boolean },
): Promise<boolean> {
  const transaction = database.transaction(ALL, 'readwrite', { durability: 'relaxed' })
  return committed(transaction, async () => {
    const present = (await transaction.objectStore('discussions').get(batch.discussion.id)) ?? null
    if (present && !replace) return false
    if (present) await remove(transaction, present)
    const { discussion, comments } = arrangeImport(batch, present)
    const articles = transaction.objectStore('articles')
    const isArticleHere = !replace && (await articles.getKey(batch.article.id)) !== undefined
    await Promise.all([
      isArticleHere ? undefined : articles.put(batch.article),
      transaction.objectStore('discussions').put(discussion),
    ])
    // A promise for each would take longer than the rest. One that fails fails the transaction.
    const store = unwrap(transaction.objectStore('comments'))
    for (const comment of comments) store.add(recordOf(comment, discussion.importedIn))
    return true
  })
}

async function remove(transaction: Importing, { id, articleId }: StoredDiscussion): Promise<void> {
  const keys = transaction.objectStore('keys')
  const reports = transaction.objectStore('reports')
  const [used, reported] = await Promise.all([
    keys.index('byDiscussion').getAllKeys(id),
    reports.index('byDiscussion').getAllKeys(id),
  ])
  await Promise.all([
    transaction.objectStore('articles').delete(articleId),
    transaction.objectStore('comments').delete(keysUnder([id])),
    transaction.objectStore('withheld').delete(keysUnder([id])),
    ...used.map((key) => keys.delete(key)),
    ...reported.map((key) => reports.delete(key)),
  ])
}
