import { useEffect, useState, type RefObject } from 'react'
import { rootOf } from '../parts/focusWhenThere.ts'
import { selectedWithin } from './selectedWithin.ts'

/** Whether the reader has selected anything so far, on this page, or in the shadow root that `place` is in. */
export function useHasSelected(place: RefObject<Element | null>): boolean {
  const [hasSelected, setHasSelected] = useState(false)
  useEffect(() => {
    if (hasSelected || !place.current) return undefined
    const root = rootOf(place.current)
    const look = () =>
      setHasSelected(
        root instanceof ShadowRoot ? selectedWithin(root) !== null : getSelection()?.isCollapsed === false,
      )
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [hasSelected, place])
  return hasSelected
}
