import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef } from 'react'
import { problemOf } from '../../api/problem.ts'
import type { Order } from '../../domain/order.ts'
import { useAmbient } from '../ambient.tsx'
import { useAnnounce } from '../parts/Announcer.tsx'
import { hasFocus } from '../parts/focusWhenThere.ts'
import { MoreButton } from '../parts/MoreButton.tsx'
import { commentsQuery, type CommentPages } from '../queries.ts'
import type { ThreadNodes } from './threadNodes.ts'
import type { ThreadView } from './threadView.ts'

/** How far below the window the end of the threads may be for the next ones to be loaded: twice as far as it is high. */
const NEAR = '200% 0px'

/**
 * Loads the next page of threads by itself when the reader comes near it, which moves nothing; or when it is asked for, and
 * then focus goes on with the first of them. After a failure it waits to be asked; and, lest it run ahead of a slow processor,
 * until what was loaded is drawn.
 */
export function MoreThreads({
  order,
  drawnPages,
  pinned,
  view,
}: {
  order: Order
  /** How many pages are drawn; `null` while there is more to draw of them. */
  drawnPages: number | null
  pinned: ThreadNodes['pinned']
  view: ThreadView
}) {
  const { api, messages } = useAmbient()
  const announce = useAnnounce()
  const place = useRef<HTMLDivElement>(null)
  const query = useInfiniteQuery(commentsQuery(api, view.discussion.id, order))
  const { hasNextPage, isFetchingNextPage, error, data, fetchNextPage } = query
  const loaded = data?.pages.length ?? 0
  /** Of those that were loaded last, which stand there, and not before all. */
  const fresh = (pages: CommentPages['pages'] = []) =>
    pages
      .slice(-1)
      .flatMap(({ comments: all }) => all)
      .filter(({ id, parentId }) => parentId === null && !pinned.some(({ comment }) => comment.id === id))
  const onNear = useEffectEvent(() => {
    if (!hasFocus(place.current)) void fetchNextPage()
  })
  const hadFocus = useRef(false)
  const goOn = useEffectEvent(() => {
    const [next] = fresh(data?.pages)
    if (hadFocus.current && next) {
      queueMicrotask(() => view.requestFocus({ to: `comment-${next.id}`, from: [] }))
    }
    hadFocus.current = false
  })
  useEffect(() => {
    if (loaded > 0) goOn()
  }, [loaded])
  const mayLoad = drawnPages === loaded && hasNextPage && !isFetchingNextPage && error === null
  useEffect(() => {
    if (!mayLoad || !place.current || typeof IntersectionObserver === 'undefined') return undefined
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) onNear()
      },
      { rootMargin: NEAR },
    )
    observer.observe(place.current)
    return () => observer.disconnect()
  }, [mayLoad])
  if (!hasNextPage) return null

  async function more(from: Element | null) {
    const result = await fetchNextPage()
    const threads = fresh(result.data?.pages)
    const [first] = threads
    if (result.error || !first || result.data?.pages.length !== loaded + 1) return
    announce(messages.moreThreadsShown(threads.length))
    view.requestFocus({ to: `comment-${first.id}`, from: [from] })
  }

  return (
    <div ref={place} onFocus={() => (hadFocus.current = true)} onBlur={() => (hadFocus.current = false)}>
      {/* Another one for each page: it does not move, it goes and comes. */}
      <MoreButton
        key={loaded}
        label={messages.showMoreThreads}
        isLoading={isFetchingNextPage}
        problem={error && problemOf(error)}
        onMore={(from) => void more(from)}
      />
    </div>
  )
}
