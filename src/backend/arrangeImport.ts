import type { ImportedComment } from '../domain/comment.ts'
import { groupBy } from '../domain/groupBy.ts'
import type { CommentId } from '../domain/ids.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { Import, StoredComment, StoredDiscussion } from './store.ts'

const IMPORTS_KEPT = 10

/**
 * A discussion as it is kept, from what an import says of it. Depths follow from the parents. A comment whose parent is
 * missing, or that no top-level comment leads to, stands at the top level; an id that is given again is left out. The
 * version goes on from the one of the discussion that is replaced. Linear, iterative, never throws.
 */
export function arrangeImport(
  batch: Import,
  replaced: StoredDiscussion | null,
): { discussion: StoredDiscussion; comments: StoredComment[] } {
  const given = new Map<CommentId, ImportedComment>()
  for (const comment of batch.comments) if (!given.has(comment.id)) given.set(comment.id, comment)
  const count = given.size
  const importedIn = (replaced ? replaced.version + 1 : 0) + count
  const fingerprint = fingerprintOf([...given.values()])
  const placed = placeAll(given, { discussionId: batch.discussion.id, changedIn: importedIn })
  numberInGivenOrder(given, placed)
  const comments = [...placed.values()]
  countReplies(comments, placed)
  return {
    discussion: {
      ...batch.discussion,
      importedCount: count,
      count,
      threadCount: comments.filter(({ parentId }) => parentId === null).length,
      version: importedIn,
      importedIn,
      imported: {
        fingerprint,
        before: fingerprint === replaced?.imported?.fingerprint ? before(replaced) : [],
      },
    },
    comments,
  }
}

/** The earliest are kept, as a page that was built with what is imported has the version of the first. */
function before({ importedIn, imported }: StoredDiscussion): number[] {
  return [...(imported?.before ?? []), importedIn].slice(0, IMPORTS_KEPT)
}

type Common = Pick<StoredComment, 'discussionId' | 'changedIn'>
type Given = ReadonlyMap<CommentId, ImportedComment>
/** Each parent before its children. */
type Placed = ReadonlyMap<CommentId, StoredComment>

function placeAll(given: Given, common: Common): Placed {
  const placed = new Map<CommentId, StoredComment>()
  const children = groupBy(given.values(), ({ parentId }) =>
    parentId !== null && given.has(parentId) ? parentId : null,
  )
  for (const start of [...(children.get(null) ?? []), ...given.values()]) {
    if (placed.has(start.id)) continue
    const added = [placedComment(start, null, common)]
    for (const parent of added) {
      placed.set(parent.id, parent)
      for (const child of children.get(parent.id) ?? []) {
        if (child.id !== start.id) added.push(placedComment(child, parent, common))
      }
    }
  }
  return placed
}

function placedComment(
  { id, author, body, createdAt }: ImportedComment,
  parent: StoredComment | null,
  common: Common,
): StoredComment {
  return {
    ...common,
    id,
    parentId: parent?.id ?? null,
    threadId: parent?.threadId ?? id,
    depth: (parent?.depth ?? 0) + 1,
    author: { name: author.name },
    body,
    format: 'plain',
    status: 'published',
    createdAt,
    editedAt: null,
    revision: 1,
    replyCount: 0,
    editableUntil: null,
    sequence: 0,
  }
}

/** Replies of one instant keep the given order; threads, which are given newest first, the reverse of it. */
function numberInGivenOrder(given: Given, placed: Placed): void {
  let index = 0
  for (const id of given.keys()) {
    const comment = placed.get(id)
    index += 1
    if (comment) comment.sequence = comment.parentId === null ? given.size + 1 - index : index
  }
}

function countReplies(comments: readonly StoredComment[], placed: Placed): void {
  for (const comment of comments.toReversed()) {
    const parent = comment.parentId === null ? undefined : placed.get(comment.parentId)
    if (parent) parent.replyCount += 1 + comment.replyCount
  }
}
