import { useEffect, useEffectEvent, useLayoutEffect, useRef, type RefObject } from 'react'
import type { ThreadView } from '../discussion/threadView.ts'
import type { Threads } from '../discussion/useThreads.ts'
import { isMuted, useMutes } from '../finding/mute/mutes.ts'
import { restFar } from './restFar.ts'

/** From so many comments on the page on, those far from the window rest. */
const LARGE = 200

type RestFarProps = {
  threads: Threads
  view: ThreadView
  /** Where the discussion is drawn. */
  place: RefObject<HTMLElement | null>
  /** Where its threads are drawn. */
  list: RefObject<HTMLElement | null>
}

/**
 * Finds out how high what was never seen is, and in a large discussion, where a browser finds what is hidden, has comments rest that are far from the
 * window. Sorted otherwise, batches that begin with the same comment are others: nothing is known of them.
 */
export function RestFarComments(props: RestFarProps) {
  return <RestSorted key={props.threads.order} {...props} />
}

function RestSorted({ threads, view, place, list }: RestFarProps) {
  const { mutes } = useMutes()
  const known = useRef(mutes)
  const resting = useRef<ReturnType<typeof restFar>>(null)
  const isLarge = useEffectEvent(
    () => threads.nodes.byId.size > LARGE && 'onbeforematch' in HTMLElement.prototype,
  )
  useLayoutEffect(() => {
    if (!place.current || !list.current || typeof ResizeObserver === 'undefined') return undefined
    resting.current = restFar(place.current, list.current, { view, isLarge: () => isLarge() })
    return () => resting.current?.stop()
  }, [place, list, view])
  useEffect(() => {
    const before = known.current
    known.current = mutes
    const isChanged = (name: string) => isMuted(before, name) !== isMuted(mutes, name)
    if (before !== mutes) resting.current?.renew(({ comment }) => isChanged(comment.author.name))
  }, [mutes])
  return null
}
