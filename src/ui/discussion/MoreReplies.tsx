import { useQuery, useQueryClient } from '@tanstack/react-query'
import { problemOf } from '../../api/problem.ts'
import type { Comment } from '../../domain/comment.ts'
import { useAmbient } from '../ambient.tsx'
import { useAnnounce } from '../parts/Announcer.tsx'
import { MoreButton } from '../parts/MoreButton.tsx'
import { cacheReplies } from '../cachedComments.ts'
import { repliesQuery } from '../queries.ts'
import type { ThreadView } from './threadView.ts'

/** Loads the next of the replies that are not here yet, in their place; focus goes on with the first of them. */
export function MoreReplies({ comment, view }: { comment: Comment; view: ThreadView }) {
  const { api, messages } = useAmbient()
  const announce = useAnnounce()
  const queryClient = useQueryClient()
  const { refetch, isFetching, error } = useQuery({ ...repliesQuery(api, comment), enabled: false })

  async function more(from: Element | null) {
    if (isFetching) return
    const { data: page } = await refetch()
    if (!page) return
    cacheReplies(queryClient, comment, page)
    announce(messages.moreRepliesShown(page.comments.length))
    const [first] = page.comments
    if (first) view.requestFocus({ to: `comment-${first.id}`, from: [from] })
  }

  return (
    <MoreButton
      label={messages.showMoreReplies(comment.hiddenReplies)}
      isLoading={isFetching}
      problem={isFetching ? null : error && problemOf(error)}
      onMore={(from) => void more(from)}
    />
  )
}
