import type { IDBPDatabase, IDBPTransaction } from 'idb'
import type { CommentId, DiscussionId } from '../domain/ids.ts'
import { addComment, releaseComment, reviseComment, withholdComment } from './counting.ts'
import { committed } from './indexedDbConnection.ts'
import { listAncestors } from './indexedDbLists.ts'
import { readRecent, readRecorded } from './indexedDbReading.ts'
import { recordOf, type Schema, type StoreName } from './indexedDbSchema.ts'
import type {
  NewComment,
  PostAttempt,
  PostFacts,
  Report,
  Store,
  StoredComment,
  StoredDiscussion,
  Verdict,
} from './store.ts'

/** Waits for nothing but its own requests, so that it stays open. */
type Writing = IDBPTransaction<Schema, StoreName[], 'readwrite'>

/** As `Store.post` says. */
export function post(
  database: IDBPDatabase<Schema>,
  attempt: PostAttempt,
  decide: Parameters<Store['post']>[1],
): Promise<StoredComment> {
  return write(database, ['discussions', 'comments', 'withheld', 'keys'], async (transaction) => {
    const facts = await gatherFacts(transaction, attempt)
    const decision = decide(facts)
    if ('answered' in decision) return decision.answered
    if (!facts.discussion) throw new Error('A comment was decided on for a discussion that is not here')
    const comment = await take(transaction, facts.discussion, decision)
    const { key, request } = attempt
    if (key !== null) await transaction.objectStore('keys').add({ key, request, commentId: comment.id })
    return comment
  })
}

/** As `Store.revise` says. */
export function revise(
  database: IDBPDatabase<Schema>,
  discussionId: DiscussionId,
  id: CommentId,
  decide: Parameters<Store['revise']>[2],
): Promise<StoredComment | null> {
  return write(database, ['discussions', 'comments'], async (transaction) => {
    const discussions = transaction.objectStore('discussions')
    const comments = transaction.objectStore('comments')
    const [present, record] = await Promise.all([
      discussions.get(discussionId),
      comments.get([discussionId, id]),
    ])
    if (!present || !record) return null
    const revision = decide(record.comment, present)
    if (!revision) return record.comment
    const { discussion, comment } = reviseComment(present, record.comment, revision)
    await Promise.all([discussions.put(discussion), comments.put(recordOf(comment, discussion.importedIn))])
    return comment
  })
}

/** As `Store.release` says. */
export function release(
  database: IDBPDatabase<Schema>,
  discussionId: DiscussionId,
  id: CommentId,
  verdict: Verdict,
): Promise<StoredComment | null> {
  return write(database, ['discussions', 'comments', 'withheld'], async (transaction) => {
    const withheld = transaction.objectStore('withheld')
    const [discussion, held] = await Promise.all([
      transaction.objectStore('discussions').get(discussionId),
      withheld.get([discussionId, id]),
    ])
    if (!discussion || held?.status !== 'held') return null
    const released = releaseComment(held, verdict)
    if (released.status === 'published') {
      await withheld.delete([discussionId, id])
      return add(transaction, discussion, released)
    }
    await withheld.put(released)
    return released
  })
}

/** As `Store.report` says. */
export function report(
  database: IDBPDatabase<Schema>,
  received: Report,
  check: Parameters<Store['report']>[1],
): Promise<Report> {
  return write(database, ['comments', 'reports'], async (transaction) => {
    const reports = transaction.objectStore('reports')
    const [record, recorded] = await Promise.all([
      transaction.objectStore('comments').get([received.discussionId, received.commentId]),
      reports.get(received.key),
    ])
    check({ comment: record?.comment ?? null, recorded: recorded ?? null })
    if (recorded) return recorded
    await reports.add(received)
    return received
  })
}

function write<Value>(
  database: IDBPDatabase<Schema>,
  stores: StoreName[],
  work: (transaction: Writing) => Promise<Value>,
): Promise<Value> {
  return committed(database.transaction(stores, 'readwrite', { durability: 'strict' }), work)
}

async function gatherFacts(
  transaction: Writing,
  { key, request, recentSince }: PostAttempt,
): Promise<PostFacts> {
  const { discussionId, parentId, authorName } = request
  const [discussion, parent, recorded, recent] = await Promise.all([
    transaction.objectStore('discussions').get(discussionId),
    parentId === null ? undefined : transaction.objectStore('comments').get([discussionId, parentId]),
    key === null ? null : readRecorded(transaction, key),
    readRecent(transaction, discussionId, authorName, recentSince),
  ])
  return { discussion: discussion ?? null, parent: parent?.comment ?? null, recorded, recent }
}

async function take(
  transaction: Writing,
  discussion: StoredDiscussion,
  added: NewComment,
): Promise<StoredComment> {
  if (added.status !== 'held') return add(transaction, discussion, added)
  const { discussionId, parentId } = added
  const parent =
    parentId === null ? undefined : await transaction.objectStore('comments').get([discussionId, parentId])
  const comment = withholdComment(added, parent?.comment ?? null)
  await transaction.objectStore('withheld').add(comment)
  return comment
}

async function add(
  transaction: Writing,
  present: StoredDiscussion,
  added: NewComment,
): Promise<StoredComment> {
  const comments = transaction.objectStore('comments')
  const ancestors = await listAncestors(comments, added)
  const { discussion, comment } = addComment(present, added, ancestors[0] ?? null)
  const answered = ancestors.map((ancestor) => ({ ...ancestor, replyCount: ancestor.replyCount + 1 }))
  await transaction.objectStore('discussions').put(discussion)
  await comments.add(recordOf(comment, discussion.importedIn))
  for (const ancestor of answered) await comments.put(recordOf(ancestor, discussion.importedIn))
  return comment
}
