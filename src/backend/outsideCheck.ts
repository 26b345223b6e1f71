import type { CommentId, DiscussionId, IdempotencyKey } from '../domain/ids.ts'
import type { Edit } from './decideChange.ts'
import type { Held, Moderate, Written } from './holdingRules.ts'
import type { PostRequest, Store } from './store.ts'

/**
 * Has what is written looked at from outside, before it is decided on and in no transaction. Gives why it is held, or `null`. Asks
 * nobody about what was done before and is sent once more. Rejects only where the store does.
 */
export type Check = {
  /** Of what no rule holds. */
  ofPost(request: PostRequest, key: IdempotencyKey | null): Promise<Held | null>
  /** `null` also where a rule holds it. */
  ofEdit(place: { discussionId: DiscussionId; commentId: CommentId }, edit: Edit): Promise<Held | null>
}

/** What is told to who checks. */
export type Checked = Written & Pick<PostRequest, 'discussionId' | 'parentId'>

export type CheckOptions = {
  store: Pick<Store, 'readPost' | 'readComment'>
  moderate: Moderate
  /** Whether a text is to be held. Rejects where there is no answer. */
  ask: (written: Checked) => Promise<boolean>
  /** What becomes of a text without an answer. */
  withoutAnswer: 'publish' | 'hold'
  onFailure: (error: unknown) => void
}

export function createCheck({ store, moderate, ask, withoutAnswer, onFailure }: CheckOptions): Check {
  async function isHeld(written: Checked): Promise<boolean> {
    try {
      return await ask(written)
    } catch (error) {
      onFailure(error)
      return withoutAnswer === 'hold'
    }
  }

  return {
    async ofPost(request, key) {
      if (key !== null && (await store.readPost(key))) return null
      return (await isHeld(request)) ? { held: 'check' } : null
    },
    async ofEdit({ discussionId, commentId }, { body, format }) {
      const comment = await store.readComment(discussionId, commentId)
      if (comment?.status !== 'published') return null
      if (comment.body === body && comment.format === format) return null
      const { parentId } = comment
      const before = { authorName: comment.author.name, body: comment.body, format: comment.format }
      const after = { ...before, body, format }
      if (moderate(after, before)) return null
      return (await isHeld({ ...after, discussionId, parentId })) ? { held: 'check' } : null
    },
  }
}
