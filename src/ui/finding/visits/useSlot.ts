import { useSyncExternalStore, type RefObject } from 'react'

/** The room in what is drawn within `place` that is held for what comes later, by its name; `null` as long as it is not there. */
export function useSlot(place: RefObject<HTMLElement | null>, name: 'news' | 'tools'): Element | null {
  return useSyncExternalStore(
    () => () => {},
    () => place.current?.querySelector(`[data-slot="${name}"]`) ?? null,
    () => null,
  )
}
