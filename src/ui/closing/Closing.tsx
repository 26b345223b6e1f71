import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react'
import type { DiscussionId } from '../../domain/ids.ts'
import { useAmbient } from '../ambient.tsx'
import discussionStyles from '../discussion/DiscussionView.module.css'
import { useWritingMessages } from '../messages/useWritingMessages.ts'
import { useAnnounce } from '../parts/Announcer.tsx'
import { discussionQuery } from '../queries.ts'
import { holdFirstInView } from '../live/holdFirstInView.ts'
import { isWrittenIn } from './isWrittenIn.ts'
import styles from './Closing.module.css'

/**
 * Says that a discussion was closed, or opened again, while its page was open, and has the page be so, with what the reader sees held
 * where it is. Where somebody is writing, composers stay as they are, and it is said above the threads, in view, until nobody is.
 */
export function Closing({
  discussionId,
  closed,
  isShownClosed,
  list,
}: {
  discussionId: DiscussionId
  /** As it is now. */
  closed: boolean
  /** As the page is drawn. */
  isShownClosed: boolean
  /** Where the threads are drawn. */
  list: RefObject<HTMLElement | null>
}) {
  const { api } = useAmbient()
  const queryClient = useQueryClient()
  const words = useWritingMessages()
  const announce = useAnnounce()
  const [isPutOff, setPutOff] = useState(false)
  const release = useRef(() => {})
  useEffect(() => () => release.current(), [])

  const tell = useEffectEvent((isClosed: boolean) => announce(isClosed ? words.nowClosed : words.nowOpen))
  useEffect(() => tell(closed), [closed])

  const turn = useEffectEvent((place: Element): boolean => {
    if (isWrittenIn(place)) return false
    release.current()
    if (list.current) release.current = holdFirstInView(list.current)
    queryClient.setQueryData(
      discussionQuery(api, discussionId).queryKey,
      (discussion) => discussion && { ...discussion, closed },
    )
    return true
  })
  useEffect(() => {
    const place = list.current?.parentElement
    if (closed === isShownClosed || !place) return undefined
    const waiting = new AbortController()
    const { signal } = waiting
    // Where focus goes to is known after it went, and what stands in a composer once that is drawn.
    const attempt = () =>
      setTimeout(() => {
        if (signal.aborted) return
        const isTurned = turn(place)
        setPutOff(!isTurned)
        if (isTurned) waiting.abort()
      })
    attempt()
    for (const type of ['focusout', 'click']) place.addEventListener(type, attempt, { signal })
    return () => waiting.abort()
  }, [closed, isShownClosed, list])

  if (!isPutOff || !closed || isShownClosed) return null
  return (
    <p className={`${discussionStyles.closed} ${styles.putOff}`}>
      {words.nowClosed} {words.keptThoughClosed}
    </p>
  )
}
