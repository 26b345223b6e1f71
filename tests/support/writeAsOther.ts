import type { CommentId, DiscussionId } from '../../src/domain/ids.ts'
import { randomId, type IdempotencyKey } from '../../src/domain/ids.ts'
import type { CommentsServer } from './commentsServer.ts'

/** Adds a thread to a discussion, as somebody elsewhere does. */
export async function writeAsOther(
  server: CommentsServer,
  discussion: string,
  name: string,
): Promise<CommentId> {
  const posted = await server.api.postComment({
    discussionId: discussion as DiscussionId,
    idempotencyKey: randomId<IdempotencyKey>(),
    parentId: null,
    author: { name },
    body: `What ${name} says.`,
    format: 'plain',
  })
  return posted.id
}
