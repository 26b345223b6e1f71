import type { IDBPDatabase, IDBPTransaction } from 'idb'
import type { DiscussionId } from '../domain/ids.ts'
import { arrangeImport } from './arrangeImport.ts'
import { addComment } from './counting.ts'
import { committed, connect } from './indexedDbConnection.ts'
import { listBranches, readRecent } from './indexedDbReading.ts'
import { keysUnder, type CommentRecord, type Schema } from './indexedDbSchema.ts'
import type { Import, NewComment, PostAttempt, PostFacts, Store, StoredComment } from './store.ts'

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
    listBranches: (siblings, below) =>
      connection.use((database) =>
        committed(database.transaction('comments'), ({ store }) => listBranches(store, siblings, below)),
      ),
    post: (attempt, decide) => connection.use((database) => post(database, attempt, decide)),
    importDiscussion: (batch, { replace }) =>
      connection.use((database) => importDiscussion(database, batch, replace)),
  }
}

type Posting = IDBPTransaction<Schema, ('discussions' | 'comments' | 'keys')[], 'readwrite'>
type Importing = IDBPTransaction<Schema, ('articles' | 'discussions' | 'comments' | 'keys')[], 'readwrite'>

function post(database: IDBPDatabase<Schema>, attempt: PostAttempt, decide: Parameters<Store['post']>[1]) {
  const transaction = database.transaction(['discussions', 'comments', 'keys'], 'readwrite', {
    durability: 'strict',
  })
  return committed(transaction, async () => {
    const facts = await gatherFacts(transaction, attempt)
    const decision = decide(facts)
    if ('answered' in decision) return decision.answered
    return add(transaction, attempt, facts, decision)
  })
}

async function gatherFacts(
  transaction: Posting,
  { key, request, recentSince }: PostAttempt,
): Promise<PostFacts> {
  const { discussionId, parentId, authorName } = request
  const comments = transaction.objectStore('comments')
  const [discussion, parent, use, recent] = await Promise.all([
    transaction.objectStore('discussions').get(discussionId),
    parentId === null ? undefined : comments.get([discussionId, parentId]),
    key === null ? undefined : transaction.objectStore('keys').get(key),
    readRecent(comments, discussionId, authorName, recentSince),
  ])
  const answer = use && (await comments.get([use.request.discussionId, use.commentId]))
  return {
    discussion: discussion ?? null,
    parent: parent?.comment ?? null,
    recorded: use && answer ? { request: use.request, comment: answer.comment } : null,
    recent,
  }
}

async function add(
  transaction: Posting,
  { key, request }: PostAttempt,
  facts: PostFacts,
  added: NewComment,
): Promise<StoredComment> {
  if (!facts.discussion) throw new Error('A comment was decided on for a discussion that is not here')
  const { discussion, comment } = addComment(facts.discussion, added)
  const comments = transaction.objectStore('comments')
  await transaction.objectStore('discussions').put(discussion)
  await comments.add(recordOf(comment))
  if (key !== null) await transaction.objectStore('keys').add({ key, request, commentId: comment.id })
  for (let { parentId } = comment; parentId !== null;) {
    const ancestor = (await comments.get([discussion.id, parentId]))?.comment
    if (!ancestor) break
    await comments.put(recordOf({ ...ancestor, replyCount: ancestor.replyCount + 1 }))
    parentId = ancestor.parentId
  }
  return comment
}

function importDiscussion(database: IDBPDatabase<Schema>, batch: Import, replace: boolean): Promise<boolean> {
  const transaction = database.transaction(['articles', 'discussions', 'comments', 'keys'], 'readwrite', {
    durability: 'relaxed',
  })
  return committed(transaction, async () => {
    const present = (await transaction.objectStore('discussions').get(batch.discussion.id)) ?? null
    if (present && !replace) return false
    if (present) await remove(transaction, present.id, present.articleId)
    const { discussion, comments } = arrangeImport(batch, present)
    const store = transaction.objectStore('comments')
    await Promise.all([
      transaction.objectStore('articles').put(batch.article),
      transaction.objectStore('discussions').put(discussion),
      ...comments.map(async (comment) => store.add(recordOf(comment))),
    ])
    return true
  })
}

async function remove(
  transaction: Importing,
  id: DiscussionId,
  articleId: Import['article']['id'],
): Promise<void> {
  const keys = transaction.objectStore('keys')
  const used = await keys.index('byDiscussion').getAllKeys(id)
  await Promise.all([
    transaction.objectStore('articles').delete(articleId),
    transaction.objectStore('comments').delete(keysUnder([id])),
    ...used.map((key) => keys.delete(key)),
  ])
}

function recordOf(comment: StoredComment): CommentRecord {
  return { siblings: comment.parentId ?? '', comment }
}
