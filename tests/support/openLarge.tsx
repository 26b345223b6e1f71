import type { Comment } from '../../src/domain/comment.ts'
import type { CommentId, DiscussionId } from '../../src/domain/ids.ts'
import { generateDiscussionTranscript } from './generateTranscript.ts'
import { startBackend } from './openDiscussion.tsx'

/** A backend that holds a discussion of several pages, and what a first page of it has and has not. */
export async function startLargeBackend() {
  const backend = await startBackend(generateDiscussionTranscript({ seed: 7, count: 300 }), 'large')
  const discussionId = backend.transcript.discussion?.id ?? ('' as DiscussionId)
  const { comments } = await backend.api.listComments({ discussionId })
  const first = new Set(comments.map(({ id }) => id))
  const all = new Map(backend.transcript.comments.map((comment) => [comment.id, comment]))
  const threadOf = (comment: Pick<Comment, 'id' | 'parentId'>): CommentId => {
    const parent = comment.parentId && all.get(comment.parentId)
    return parent ? threadOf(parent) : comment.id
  }
  const others = [...all.values()].filter(({ id }) => !first.has(id))
  const deepest = (found: typeof others) => found.toSorted((a, b) => b.depth - a.depth)[0]!
  return {
    backend,
    discussionId,
    threadOf,
    /** The deepest comment of a thread that is not in the page, and one of a thread that is. */
    elsewhere: deepest(others.filter((each) => !first.has(threadOf(each)))),
    beyond: deepest(others.filter((each) => first.has(threadOf(each)))),
  }
}
