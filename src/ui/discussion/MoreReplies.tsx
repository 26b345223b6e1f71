import { useMutation, useQueryClient } from '@tanstack/react-query'
import { problemOf } from '../../api/problem.ts'
import type { Comment } from '../../domain/comment.ts'
import { useAmbient } from '../ambient.tsx'
import { useAnnounce } from '../parts/Announcer.tsx'
import { MoreButton } from '../parts/MoreButton.tsx'
import { cacheReplies } from '../cachedComments.ts'
import type { ThreadView } from './threadView.ts'

/** Loads the next of the replies that are not here yet, in their place; focus goes on with the first of them. */
export function MoreReplies({ comment, view }: { comment: Comment; view: ThreadView }) {
  const { api, messages } = useAmbient()
  const announce = useAnnounce()
  const queryClient = useQueryClient()
  const { discussionId, id, nextReplyCursor, hiddenReplies } = comment
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (_from: Element | null) => {
      const cursor = nextReplyCursor === null ? {} : { cursor: nextReplyCursor }
      const page = await api.listReplies({ discussionId, commentId: id, ...cursor })
      cacheReplies(queryClient, comment, page)
      return page
    },
    onSuccess({ comments }, from) {
      announce(messages.moreRepliesShown(comments.length))
      const [first] = comments
      if (first) view.requestFocus({ to: `comment-${first.id}`, from: [from] })
    },
  })
  return (
    <MoreButton
      label={messages.showMoreReplies(hiddenReplies)}
      isLoading={isPending}
      problem={error && problemOf(error)}
      onMore={mutate}
    />
  )
}
