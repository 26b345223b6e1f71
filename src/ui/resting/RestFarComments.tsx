import { useEffect, type RefObject } from 'react'
import type { ThreadView } from '../discussion/threadView.ts'
import { restFar } from './restFar.tsx'

/** Has comments rest that are far from the window, where a browser finds what is hidden. `place` is where the discussion is drawn, `list` where its threads are. */
export function RestFarComments({
  view,
  place,
  list,
}: {
  view: ThreadView
  place: RefObject<HTMLElement | null>
  list: RefObject<HTMLElement | null>
}) {
  useEffect(() => {
    if (!place.current || !list.current || !('onbeforematch' in list.current)) return undefined
    return restFar(place.current, list.current, view)
  }, [place, list, view])
  return null
}
