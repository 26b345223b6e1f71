import { expect } from 'vitest'
import type { CommentId } from '../../src/domain/ids.ts'
import type { startBackend } from './openDiscussion.tsx'

type Backend = Awaited<ReturnType<typeof startBackend>>

/** Waits until the page follows the discussion. */
export async function follows(backend: Backend): Promise<void> {
  await expect.poll(() => backend.streams()).toBe(1)
}

/** Posts as somebody else, and gives the comment's id. */
export async function post(backend: Backend, name: string, body: string, parentId: CommentId | null = null) {
  const discussionId = backend.transcript.discussion.id
  const { id } = await backend.api.postComment({ discussionId, parentId, author: { name }, body })
  return id
}

/** The comment of an author of the transcript. */
export function commentBy({ transcript }: Backend, name: string): CommentId {
  return transcript.comments.find(({ author }) => author.name === name)!.id
}
