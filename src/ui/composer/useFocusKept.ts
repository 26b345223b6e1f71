import { useEffect, useEffectEvent } from 'react'
import { isFocusNowhere, rootOf } from '../parts/focusWhenThere.ts'

/**
 * Where something in a place goes while focus is on it, whoever makes it go, calls `lead`, once the page is drawn without it and
 * unless focus is elsewhere by then. `find` gives the place, which stays as long as its user.
 */
export function useFocusKept(find: () => Element | null | undefined, lead: () => void): void {
  const findPlace = useEffectEvent(find)
  const onGone = useEffectEvent(lead)
  useEffect(() => {
    const place = findPlace()
    if (!place) return undefined
    const root = rootOf(place)
    let last = place.contains(root.activeElement) ? root.activeElement : null
    const note = () => {
      last = root.activeElement
    }
    // Some browsers tell of what goes that it has lost focus, while it is still there.
    const forget = () =>
      queueMicrotask(() => {
        if (last?.isConnected && last !== root.activeElement) last = null
      })
    const observer = new MutationObserver(() => {
      if (last === null || last.isConnected) return
      last = null
      if (isFocusNowhere(root)) onGone()
    })
    place.addEventListener('focusin', note)
    place.addEventListener('focusout', forget)
    observer.observe(place, { childList: true, subtree: true })
    return () => {
      observer.disconnect()
      place.removeEventListener('focusin', note)
      place.removeEventListener('focusout', forget)
    }
  }, [])
}
