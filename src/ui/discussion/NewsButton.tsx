import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { problemOf } from '../../api/problem.ts'
import type { DiscussionId } from '../../domain/ids.ts'
import type { Order } from '../../domain/order.ts'
import { useAmbient } from '../ambient.tsx'
import { readAnew } from '../cachedChanges.ts'
import { showArrivals } from '../cachedComments.ts'
import { useFindingMessages } from '../messages/useFindingMessages.ts'
import { useAnnounce } from '../parts/Announcer.tsx'
import controls from '../parts/controls.module.css'
import { ProblemNotice } from '../parts/ProblemNotice.tsx'
import { countNews } from './threadNodes.ts'
import type { ThreadView } from './threadView.ts'
import type { Threads } from './useThreads.ts'
import styles from './NewsButton.module.css'

/** How long arrivals are gathered before they are announced, in milliseconds. */
const GATHERING_MS = 1_000

/**
 * Counts what came and is not shown, and shows it when it is asked for; focus goes to the first of it. It floats above the
 * threads, so that it moves nothing when it comes.
 */
export function NewsButton({
  discussionId,
  order,
  threads: { news, missed, nodes, laterStandsLast },
  view,
}: {
  discussionId: DiscussionId
  order: Order
  threads: Threads
  view: ThreadView
}) {
  const { api, messages } = useAmbient()
  const words = useFindingMessages()
  const queryClient = useQueryClient()
  const place = useRef<HTMLDivElement>(null)
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => readAnew(queryClient, api, discussionId, order),
    onSuccess: () => view.requestFocus({ to: 'discussion', from: [place.current], scroll: 'start' }),
  })
  const count = missed ?? countNews(news)
  useAnnouncedNews(count)
  useAnnouncedReset(missed === 0)

  function show() {
    if (isPending) return
    place.current?.focus()
    if (missed !== null) {
      mutate()
      return
    }
    showArrivals(
      queryClient,
      discussionId,
      news.map(({ id }) => id),
    )
    const answered = new Set(news.flatMap(({ parentId }) => parentId ?? []))
    for (const id of answered) view.reveal(id)
    view.folds.change((ids) => answered.forEach((id) => ids.delete(id)))
    // New threads stand together; without one, the replies that came stand here and there.
    const newThreads = nodes.news.filter(({ parentId }) => parentId === null)
    const first = (laterStandsLast ? newThreads[0] : newThreads.at(-1)) ?? news[0]
    if (first) view.requestFocus({ to: `comment-${first.id}`, from: [place.current] })
  }

  return (
    <div ref={place} tabIndex={-1} className={styles.place}>
      {error ? (
        <ProblemNotice text={messages.moreFailed(messages.explain(problemOf(error)))} onTryAgain={show} />
      ) : (
        <button type="button" data-floating className={`${controls.primary} ${styles.news}`} onClick={show}>
          {isPending ? messages.loadingMore : count > 0 ? words.showNews(count) : words.showAsItIs}
        </button>
      )}
    </div>
  )
}

function useAnnouncedNews(count: number) {
  const words = useFindingMessages()
  const announce = useAnnounce()
  const told = useRef({ announced: 0, latest: 0, timer: 0 })
  useEffect(() => {
    const { current } = told
    current.latest = count
    if (count < current.announced) current.announced = count
    if (count === current.announced || current.timer !== 0) return
    current.timer = window.setTimeout(() => {
      current.timer = 0
      if (current.latest > current.announced) announce(words.news(current.latest))
      current.announced = current.latest
    }, GATHERING_MS)
  }, [count, announce, words])
  useEffect(() => {
    const { current } = told
    return () => {
      clearTimeout(current.timer)
      current.timer = 0
    }
  }, [])
}

/** Where nothing can be counted, but what is here is not what the discussion is any more. */
function useAnnouncedReset(isReset: boolean) {
  const words = useFindingMessages()
  const announce = useAnnounce()
  useEffect(() => {
    if (isReset) announce(words.changed)
  }, [isReset, announce, words])
}
