import type { IDBPDatabase, IDBPTransaction } from 'idb'
import type { CommentId, DiscussionId } from '../domain/ids.ts'
import { addComment, reviseComment } from './counting.ts'
import { committed } from './indexedDbConnection.ts'
import type { Comments } from './indexedDbLists.ts'
import { readRecent } from './indexedDbReading.ts'
import { recordOf, type Schema } from './indexedDbSchema.ts'
import type { NewComment, PostAttempt, PostFacts, Store, StoredComment } from './store.ts'

type Posting = IDBPTransaction<Schema, ('discussions' | 'comments' | 'keys')[], 'readwrite'>

/** As `Store.post` says. */
export function post(
  database: IDBPDatabase<Schema>,
  attempt: PostAttempt,
  decide: Parameters<Store['post']>[1],
): Promise<StoredComment> {
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

/** As `Store.revise` says. */
export function revise(
  database: IDBPDatabase<Schema>,
  discussionId: DiscussionId,
  id: CommentId,
  decide: Parameters<Store['revise']>[2],
): Promise<StoredComment | null> {
  const transaction = database.transaction(['discussions', 'comments'], 'readwrite', { durability: 'strict' })
  return committed(transaction, async () => {
    const discussions = transaction.objectStore('discussions')
    const comments = transaction.objectStore('comments')
    const [present, record] = await Promise.all([
      discussions.get(discussionId),
      comments.get([discussionId, id]),
    ])
    if (!present || !record) return null
    const { discussion, comment } = reviseComment(present, record.comment, decide(record.comment))
    await Promise.all([discussions.put(discussion), comments.put(recordOf(comment, discussion.importedIn))])
    return comment
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
  const comments = transaction.objectStore('comments')
  const ancestors = await listAncestors(comments, added)
  const { discussion, comment } = addComment(facts.discussion, added, ancestors[0] ?? null)
  const answered = ancestors.map((ancestor) => ({ ...ancestor, replyCount: ancestor.replyCount + 1 }))
  await transaction.objectStore('discussions').put(discussion)
  await comments.add(recordOf(comment, discussion.importedIn))
  for (const ancestor of answered) await comments.put(recordOf(ancestor, discussion.importedIn))
  if (key !== null) await transaction.objectStore('keys').add({ key, request, commentId: comment.id })
  return comment
}

/** The comments above one that is to be added, the one that it answers first. */
async function listAncestors(
  comments: Comments,
  { discussionId, parentId }: NewComment,
): Promise<StoredComment[]> {
  const ancestors: StoredComment[] = []
  for (let id = parentId; id !== null;) {
    const ancestor = (await comments.get([discussionId, id]))?.comment
    if (!ancestor) break
    ancestors.push(ancestor)
    id = ancestor.parentId
  }
  return ancestors
}
