import { useMutation, useQueryClient } from '@tanstack/react-query'
import { problemOf } from '../../api/problem.ts'
import type { Comment } from '../../domain/comment.ts'
import { useAmbient } from '../ambient.tsx'
import { useAnnounce } from '../parts/Announcer.tsx'
import { MoreButton } from '../parts/MoreButton.tsx'
import { cacheReplies } from '../queries.ts'
import type { ThreadView } from './threadView.ts'

/** Loads the next of the replies that are not here yet, in their place; focus goes on with the first of them. */
export function MoreReplies({ comment, view }: { comment: Comment; view: ThreadView }) {
  const { api, messages } = useAmbient()
  const announce = useAnnounce()
  const queryClient = useQueryClient()
  const { discussionId, id, nextReplyCursor, hiddenReplies } = comment
  const { mutate, isPending, error } = useMutation({
    mutationFn: (_from: Element | null) =>
      api.listReplies({
        discussionId,
        commentId: id,
        ...(nextReplyCursor === null ? {} : { cursor: nextReplyCursor }),
      }),
    onSuccess(page, from) {
      cacheReplies(queryClient, discussionId, id, page)
      announce(messages.moreRepliesShown(page.comments.length))
      const [first] = page.comments
      if (first) view.requestFocus(`comment-${first.id}`, from)
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
