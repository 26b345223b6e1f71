import { useMutation, useMutationState, useQueryClient, type MutationState } from '@tanstack/react-query'
import { problemOf } from '../../api/problem.ts'
import type { Comment } from '../../domain/comment.ts'
import type { DiscussionId } from '../../domain/ids.ts'
import { useAmbient } from '../ambient.tsx'
import { cachePosted } from '../cachedComments.ts'
import { postKey } from '../queries.ts'
import type { Delivery, PendingPost, SentPost, Target } from './delivery.ts'

/**
 * Sends what one composer holds, and says where that stands; both outlive the composer, which may be closed or drawn anew
 * meanwhile. `onPosted` is called once the backend has acknowledged the post, before it stops to be pending.
 */
export function usePosting(
  discussionId: DiscussionId,
  target: Target,
  onPosted: (comment: Comment, post: SentPost) => void,
): { delivery: Delivery; send: (post: SentPost) => void } {
  const { api } = useAmbient()
  const queryClient = useQueryClient()
  const mutationKey = [...postKey(discussionId), target]
  const { mutate } = useMutation({
    mutationKey,
    mutationFn: ({ key, name, body, parentId }: SentPost) =>
      api.postComment({ discussionId, idempotencyKey: key, parentId, author: { name }, body }),
    onSuccess(comment, post) {
      cachePosted(queryClient, comment)
      onPosted(comment, post)
    },
  })
  const states = useMutationState({
    filters: { mutationKey, exact: true },
    select: (mutation) => mutation.state,
  })
  return {
    delivery: deliveryOf(states.at(-1)),
    send(post) {
      if (queryClient.isMutating({ mutationKey, exact: true }) === 0) mutate(post)
    },
  }
}

/** Everything of one discussion that is on its way, oldest first. */
export function usePendingPosts(discussionId: DiscussionId): PendingPost[] {
  const posts = useMutationState({
    filters: { mutationKey: postKey(discussionId), status: 'pending' },
    select: ({ state }): PendingPost | null =>
      state.variables === undefined ? null : { post: state.variables as SentPost, isPaused: state.isPaused },
  })
  return posts.filter((pending) => pending !== null)
}

function deliveryOf(state: MutationState<unknown, Error, unknown, unknown> | undefined): Delivery {
  switch (state?.status) {
    case 'pending':
      return { step: state.isPaused ? 'waiting-for-network' : 'sending' }
    case 'error':
      return { step: 'refused', problem: problemOf(state.error) }
    default:
      return { step: 'writing' }
  }
}
