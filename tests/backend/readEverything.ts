import type { Api } from '../../src/api/contract.ts'
import type { Comment } from '../../src/domain/comment.ts'
import type { DiscussionId } from '../../src/domain/ids.ts'
import type { Order } from '../../src/domain/order.ts'

/**
 * Takes every cursor of a discussion to its end, and gives all comments in the order in which they came, each as often as
 * it came. `between` is done before each page but the first.
 */
export async function readEverything(
  api: Api,
  discussionId: DiscussionId,
  { order, limit, between }: { order: Order; limit: number; between?: () => Promise<unknown> },
): Promise<Comment[]> {
  const comments: Comment[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    if (cursor !== undefined) await between?.()
    const page = await api.listComments({ discussionId, order, limit, ...(cursor && { cursor }) })
    comments.push(...page.comments)
    cursor = page.nextCursor
    expectAnEnd(comments)
  }
  for (const { id: commentId, nextReplyCursor } of comments) {
    for (let cursor = nextReplyCursor; cursor !== null;) {
      await between?.()
      const page = await api.listReplies({ discussionId, commentId, cursor })
      comments.push(...page.comments)
      cursor = page.nextCursor
      expectAnEnd(comments)
    }
  }
  return comments
}

/** Throws where pages go on and on. */
export function expectAnEnd(read: { length: number }): void {
  if (read.length > 20_000) throw new Error('The pages do not end')
}

/** What came, by parent, each group in the order in which it came. */
export function idsByParent(comments: readonly Comment[]): Map<string | null, string[]> {
  const groups = new Map<string | null, string[]>()
  for (const { id, parentId } of comments) groups.set(parentId, [...(groups.get(parentId) ?? []), id])
  return groups
}
