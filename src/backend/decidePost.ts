import { ProblemError, type ServerProblem } from '../api/problem.ts'
import type { CommentId, Instant } from '../domain/ids.ts'
import { bodyFault, nameFault, normaliseBody, type WritingFault } from '../domain/writing.ts'
import { serve } from './page.ts'
import type { NewComment, PostFacts, PostRequest, StoredComment } from './store.ts'

/** How long an equal text by the same name in the same place is taken for the same comment sent twice. */
export const DUPLICATE_WINDOW_MS = 60_000

/** Rejects a name or text that cannot be kept. */
export function checkWriting({ authorName, body }: PostRequest): void {
  refuse('author.name', nameFault(authorName))
  refuse('body', bodyFault(body))
}

/**
 * What becomes of a post. A request that was done under the same key is answered as it was, whatever has happened to the
 * discussion since (draft-ietf-httpapi-idempotency-key-header); any other is held to the rules as they are now.
 */
export function decidePost(
  { discussion, parent, recorded, recent }: PostFacts,
  request: PostRequest,
  added: { id: CommentId; createdAt: Instant },
): NewComment | { answered: StoredComment } {
  if (recorded) {
    if (!isSame(recorded.request, request)) throw new ProblemError({ code: 'idempotency-key-reused' })
    return { answered: recorded.comment }
  }
  if (!discussion) throw new ProblemError({ code: 'not-found', resource: 'discussion' })
  const problem = refusal(request, parent, discussion)
  if (problem) throw new ProblemError(problem)
  const twin = recent.find(
    ({ parentId, body, status }) =>
      status !== 'deleted' && parentId === request.parentId && normaliseBody(body) === request.body,
  )
  if (twin) throw new ProblemError({ code: 'duplicate', comment: serve(twin) })
  return {
    ...added,
    discussionId: discussion.id,
    parentId: request.parentId,
    depth: depthBelow(parent),
    author: { name: request.authorName },
    body: request.body,
    format: 'plain',
    status: 'published',
    editedAt: null,
    revision: 1,
    editableUntil: null,
  }
}

function refuse(field: string, fault: WritingFault | null): void {
  switch (fault?.kind) {
    case undefined:
      return
    case 'empty':
      throw new ProblemError({ code: 'invalid', field, reason: 'must not be empty' })
    case 'unreadable-characters':
      throw new ProblemError({ code: 'invalid', field, reason: 'must not hold control or broken characters' })
    case 'too-long':
      throw new ProblemError({ code: 'too-long', field, length: fault.length, limit: fault.limit })
  }
}

function isSame(a: PostRequest, b: PostRequest): boolean {
  return (
    a.discussionId === b.discussionId &&
    a.parentId === b.parentId &&
    a.authorName === b.authorName &&
    a.body === b.body
  )
}

function refusal(
  { parentId }: PostRequest,
  parent: StoredComment | null,
  { closed, maxDepth }: { closed: boolean; maxDepth: number },
): ServerProblem | null {
  if (closed) return { code: 'discussion-closed' }
  if (parentId !== null && (!parent || parent.status === 'deleted')) return { code: 'parent-gone' }
  if (depthBelow(parent) > maxDepth) return { code: 'depth-exceeded', maxDepth }
  return null
}

function depthBelow(parent: StoredComment | null): number {
  return (parent?.depth ?? 0) + 1
}
