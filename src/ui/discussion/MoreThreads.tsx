import { useMessages } from '../ambient.tsx'
import { problemOf } from '../../api/problem.ts'
import { useAnnounce } from '../parts/Announcer.tsx'
import { MoreButton } from '../parts/MoreButton.tsx'
import type { CommentPages } from '../queries.ts'
import type { ThreadView } from './threadView.ts'

/** What is here of the threads, and the way to the next. */
export type LoadedComments = {
  data: Pick<CommentPages, 'pages'> | undefined
  hasNextPage: boolean
  isFetchingNextPage: boolean
  error: Error | null
  fetchNextPage: () => Promise<{ data: Pick<CommentPages, 'pages'> | undefined; error: Error | null }>
}

/** Loads the next page of threads; focus goes on with the first of them. */
export function MoreThreads({ comments, view }: { comments: LoadedComments; view: ThreadView }) {
  const messages = useMessages()
  const announce = useAnnounce()
  if (!comments.hasNextPage) return null

  async function more(from: Element | null) {
    const before = comments.data?.pages.length ?? 0
    const { data, error } = await comments.fetchNextPage()
    const page = data?.pages.at(-1)
    const [first] = page?.comments ?? []
    if (error || !page || !first || data?.pages.length !== before + 1) return
    announce(messages.moreThreadsShown(page.comments.filter(({ parentId }) => parentId === null).length))
    view.requestFocus({ to: `comment-${first.id}`, from: [from] })
  }

  return (
    <MoreButton
      label={messages.showMoreThreads}
      isLoading={comments.isFetchingNextPage}
      problem={comments.error && problemOf(comments.error)}
      onMore={(from) => void more(from)}
    />
  )
}
