import {
  useMutation,
  useMutationState,
  useQueryClient,
  type Mutation,
  type MutationState,
} from '@tanstack/react-query'
import { useMemo } from 'react'
import { problemOf } from '../../api/problem.ts'
import type { Comment } from '../../domain/comment.ts'
import type { DiscussionId, IdempotencyKey } from '../../domain/ids.ts'
import { useAmbient } from '../ambient.tsx'
import { cachePosted } from '../cachedComments.ts'
import { postKey } from '../queries.ts'
import type { Delivery, PendingPost, SentPost, Target } from './delivery.ts'

type PostingEvents = {
  /** Called once the backend has acknowledged the post, before it stops to be pending. */
  onPosted: (comment: Comment, post: SentPost) => void
  /** Called before the refusal shows. */
  onRefused: (post: SentPost) => void
}

/**
 * Sends what one composer holds, and says where that stands; both outlive the composer, which may be closed or drawn anew
 * meanwhile. A refusal counts only while the draft's last attempt, `attemptKey`, is the one that was refused.
 */
export function usePosting(
  discussionId: DiscussionId,
  target: Target,
  attemptKey: IdempotencyKey | null,
  { onPosted, onRefused }: PostingEvents,
): { delivery: Delivery; send: (post: SentPost) => void } {
  const { api } = useAmbient()
  const queryClient = useQueryClient()
  const mutationKey = [...postKey(discussionId), target]
  const { mutate } = useMutation({
    mutationKey,
    mutationFn: ({ key, name, body, parentId }: SentPost) =>
      api.postComment({ discussionId, idempotencyKey: key, parentId, author: { name }, body }),
    onSuccess(comment, post) {
      cachePosted(queryClient, comment, post.key)
      onPosted(comment, post)
    },
    onError(error, post) {
      const problem = problemOf(error)
      if (problem.code === 'duplicate') cachePosted(queryClient, problem.comment, post.key)
      onRefused(post)
    },
  })
  const states = useMutationState({
    filters: { mutationKey, exact: true },
    select: stateOf,
  })
  return {
    delivery: deliveryOf(states.at(-1), attemptKey),
    send(post) {
      if (queryClient.isMutating({ mutationKey, exact: true }) === 0) mutate(post)
    },
  }
}

/** Everything of one discussion that is on its way, oldest first. */
export function usePendingPosts(discussionId: DiscussionId): PendingPost[] {
  const states = useMutationState({
    filters: { mutationKey: postKey(discussionId), status: 'pending' },
    select: stateOf,
  })
  return useMemo(
    () => states.flatMap(({ variables, isPaused }) => (variables ? [{ post: variables, isPaused }] : [])),
    [states],
  )
}

type PostState = MutationState<Comment, Error, SentPost>

/** Under a key of posts there are none but the mutations of `usePosting`. */
function stateOf(mutation: Mutation): PostState {
  return mutation.state as PostState
}

function deliveryOf(state: PostState | undefined, attemptKey: IdempotencyKey | null): Delivery {
  switch (state?.status) {
    case 'pending':
      return { step: state.isPaused ? 'waiting-for-network' : 'sending' }
    case 'error':
      return state.variables?.key === attemptKey
        ? { step: 'refused', problem: problemOf(state.error) }
        : { step: 'writing' }
    default:
      return { step: 'writing' }
  }
}
