import { ProblemError, type ServerProblem } from '../api/problem.ts'
import { normaliseBody } from '../domain/writing.ts'
import type { Held } from './holdingRules.ts'
import { isGone, serve } from './page.ts'
import type { NewComment, PostFacts, PostRequest, StoredComment } from './store.ts'

/** How long an equal text by the same name in the same place is taken for the same comment sent twice. */
export const DUPLICATE_WINDOW_MS = 60_000

/**
 * What becomes of a post, which is held where there is a reason for it. A request that was done under the same key is answered as it was, whatever has happened to the
 * discussion since (draft-ietf-httpapi-idempotency-key-header); any other is held to the rules as they are now.
 *
 * A held comment also makes another one a duplicate, and is then told to whoever posts the same text, under the same name,
 * in the same place: of what is written in it they learn nothing that they have not written themselves.
 */
export function decidePost(
  { discussion, parent, recorded, recent }: PostFacts,
  request: PostRequest,
  added: Pick<NewComment, 'id' | 'createdAt' | 'editableUntil'>,
  holding: Held | null,
): NewComment | { answered: StoredComment } {
  if (recorded) {
    if (!isSame(recorded.request, request)) throw new ProblemError({ code: 'idempotency-key-reused' })
    return { answered: recorded.comment }
  }
  if (!discussion) throw new ProblemError({ code: 'not-found', resource: 'discussion' })
  const problem = refusal(request, parent, discussion)
  if (problem) throw new ProblemError(problem)
  const twin = recent.find(
    (comment) =>
      !isGone(comment) &&
      comment.parentId === request.parentId &&
      normaliseBody(comment.body) === request.body,
  )
  if (twin) throw new ProblemError({ code: 'duplicate', comment: serve(twin) })
  return {
    ...added,
    discussionId: discussion.id,
    parentId: request.parentId,
    depth: depthBelow(parent),
    author: { name: request.authorName },
    body: request.body,
    format: request.format,
    ...(holding ? { status: 'held', heldFor: holding.held } : { status: 'published' }),
    editedAt: null,
    revision: 1,
  }
}

function isSame(a: PostRequest, b: PostRequest): boolean {
  return (
    a.discussionId === b.discussionId &&
    a.parentId === b.parentId &&
    a.authorName === b.authorName &&
    a.body === b.body &&
    a.format === b.format
  )
}

function refusal(
  { parentId }: PostRequest,
  parent: StoredComment | null,
  { closed, maxDepth }: { closed: boolean; maxDepth: number },
): ServerProblem | null {
  if (closed) return { code: 'discussion-closed' }
  if (parentId !== null && (!parent || isGone(parent))) return { code: 'parent-gone' }
  if (depthBelow(parent) > maxDepth) return { code: 'depth-exceeded', maxDepth }
  return null
}

function depthBelow(parent: StoredComment | null): number {
  return (parent?.depth ?? 0) + 1
}
