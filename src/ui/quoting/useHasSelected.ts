import { useEffect, useState, type RefObject } from 'react'
import { rootOf } from '../parts/focusWhenThere.ts'

/** Whether the reader has selected anything so far, on this page, or in the shadow root that `place` is in. */
export function useHasSelected(place: RefObject<Element | null>): boolean {
  const [hasSelected, setHasSelected] = useState(false)
  useEffect(() => {
    if (hasSelected || !place.current) return undefined
    const root = rootOf(place.current)
    const look = () => {
      if (!(root instanceof ShadowRoot)) setHasSelected(getSelection()?.isCollapsed === false)
      else if (!root.activeElement?.matches('input, textarea')) {
        // Where it cannot be loaded, it is asked for at the next selection.
        import('./hasSelectedWithin.ts').then(
          ({ hasSelectedWithin }) => setHasSelected(hasSelectedWithin(root)),
          () => undefined,
        )
      }
    }
    look()
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [hasSelected, place])
  return hasSelected
}
