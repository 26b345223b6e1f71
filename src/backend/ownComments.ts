import type { OwnApi } from '../api/own.ts'
import type { CommentId, DiscussionId } from '../domain/ids.ts'
import type { EditTokens } from './editTokens.ts'
import type { ErasingStore } from './erasingStore.ts'
import type { Ports } from './service.ts'
import type { StoredComment } from './store.ts'
import { withProblems } from './withProblems.ts'

type OwnPorts = Pick<Ports, 'clock' | 'signal'> & { store: ErasingStore; tokens: EditTokens }
type Asked = { discussionId: DiscussionId; commentId: CommentId; editToken: string }
type Place = Omit<Asked, 'editToken'>
type Refused = Place & { outcome: 'not-found' | 'forbidden' }

/**
 * What whoever wrote comments may do with them at any time, by the token of each. Whoever lacks one is told nothing of its comment, not
 * even whether it is here.
 */
export function createOwnApi({ store, tokens, clock, signal }: OwnPorts): OwnApi {
  /** One after the other, so that what many ask for at once takes no more of the store than what one asks for. */
  async function each<Done extends { outcome: string }>(
    comments: readonly Asked[],
    act: (place: Place) => Promise<(Place & Done) | null>,
  ): Promise<((Place & Done) | Refused)[]> {
    const done: ((Place & Done) | Refused)[] = []
    for (const { editToken, ...place } of comments) {
      if (tokens.isFor(place.commentId, editToken))
        done.push((await act(place)) ?? { outcome: 'not-found', ...place })
      else done.push({ outcome: 'forbidden', ...place })
    }
    return done
  }

  return {
    exportOwn: withProblems(async ({ comments }) => ({
      exportedAt: clock().toISOString(),
      comments: await each(comments, async (place) => {
        const comment = await store.readKept(place.discussionId, place.commentId)
        return comment && { outcome: 'found' as const, ...place, comment: ownOf(comment) }
      }),
    })),
    eraseOwn: withProblems(async ({ comments }) => ({
      comments: await each(comments, async (place) => {
        const comment = await store.erase(place.discussionId, place.commentId)
        if (!comment) return null
        signal.send(place.discussionId)
        return { outcome: 'erased' as const, ...place }
      }),
    })),
  }
}

function ownOf(kept: StoredComment) {
  const { threadId: _, changedIn: __, heldFor, ...comment } = kept
  return { ...comment, heldFor: heldFor ?? null }
}
