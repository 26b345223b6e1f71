import { useEffect, useEffectEvent, type RefObject } from 'react'
import type { ThreadView } from '../discussion/threadView.ts'
import type { Threads } from '../discussion/useThreads.ts'
import { restFar } from './restFar.tsx'

/** From so many comments on the page on, those far from the window rest. */
const LARGE = 200

/**
 * Finds out how high what was never seen is, and in a large discussion, where a browser finds what is hidden, has comments rest that are far from the
 * window. `place` is where the discussion is drawn, `list` where its threads are.
 */
export function RestFarComments({
  threads,
  view,
  place,
  list,
}: {
  threads: Threads
  view: ThreadView
  place: RefObject<HTMLElement | null>
  list: RefObject<HTMLElement | null>
}) {
  const isLarge = useEffectEvent(
    () => threads.nodes.byId.size > LARGE && 'onbeforematch' in HTMLElement.prototype,
  )
  useEffect(() => {
    if (!place.current || !list.current || typeof ResizeObserver === 'undefined') return undefined
    return restFar(place.current, list.current, { view, isLarge: () => isLarge() })
  }, [place, list, view])
  return null
}
