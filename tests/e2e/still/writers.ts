import { expect } from 'vitest'
import { randomId, type CommentId, type DiscussionId, type IdempotencyKey } from '../../../src/domain/ids.ts'
import type { PostedComment } from '../../../src/api/schemas.ts'
import type { CommentsServer } from '../../support/commentsServer.ts'
import type { Write } from './story.ts'

/** What came of a write, as a page can tell it: that one came, or what it reads by now. */
export type Happened = { id: CommentId; came: 'thread' | 'reply' } | { id: CommentId; text: string }

/** People elsewhere, who write to the same discussion past the page. */
export function createWriters(server: CommentsServer, discussionId: DiscussionId) {
  const posted: PostedComment[] = []
  let words = 0

  async function findAnswerable(shown: readonly string[]): Promise<CommentId[]> {
    const { comments } = await server.api.listComments({ discussionId, order: 'newest', limit: 100 })
    return comments
      .filter(({ id, depth, status }) => depth < 5 && status === 'published' && shown.includes(id))
      .map(({ id }) => id)
  }

  async function post(parentId: CommentId | null): Promise<PostedComment> {
    words += 1
    const comment = await server.api.postComment({
      discussionId,
      idempotencyKey: randomId<IdempotencyKey>(),
      parentId,
      author: { name: `Writer ${words}` },
      body: `Text ${words}. `.repeat(1 + (words % 9) * 4).trim(),
    })
    posted.push(comment)
    return comment
  }

  async function change(comment: PostedComment, act: 'edit' | 'shorten' | 'delete'): Promise<Happened> {
    words += 1
    const { id, editToken, revision } = comment
    expect(editToken).not.toBeNull()
    const change = { discussionId, commentId: id, editToken: editToken ?? '', revision }
    if (act === 'delete') {
      await server.api.deleteComment(change)
      posted.splice(posted.indexOf(comment), 1)
      return { id, text: 'This comment was deleted.' }
    }
    const text = act === 'edit' ? `Edited ${words}. `.repeat(40).trim() : `Short ${words}.`
    const edited = await server.api.editComment({ ...change, body: text })
    posted[posted.indexOf(comment)] = { ...comment, ...edited }
    return { id, text }
  }

  return {
    /** So many, some of which answer one another. */
    async begin(count: number) {
      for (let index = 0; index < count; index += 1) {
        await post(index % 3 === 0 ? null : (posted.at(-1)?.id ?? null))
      }
    },
    /** `shown` are the comments that the page has. `null` where there is nothing that this could be done to. */
    async write({ act, which }: Write, shown: readonly string[]): Promise<Happened | null> {
      if (act === 'post' || act === 'reply') {
        const answerable = act === 'post' ? [] : await findAnswerable(shown)
        const { id, parentId } = await post(answerable[which % answerable.length] ?? null)
        return { id, came: parentId === null ? 'thread' : 'reply' }
      }
      const known = posted.filter(({ id }) => shown.includes(id))
      const comment = known[which % Math.max(1, known.length)]
      return comment ? change(comment, act) : null
    },
  }
}
