import { useEffect, type RefObject } from 'react'
import { useAmbient } from '../../ambient.tsx'
import { useStored } from '../../parts/useStored.ts'
import { READING, readReading, writeReading, type Density, type Reading } from './reading.ts'

export type ReadingChoice = Reading & {
  /** The density that is shown, chosen or not. */
  shownDensity: Density
  choose: (changed: Partial<Reading>) => void
}

/** How the reader wants the discussion shown, and our own page with it: applied at once, and the same in every tab. */
export function useReading(place: RefObject<HTMLElement | null>): ReadingChoice {
  const { device } = useAmbient()
  const [stored, store] = useStored(device, READING)
  const reading = readReading(stored)
  const text = writeReading(reading)
  useEffect(() => {
    const whole = wholeAround(place.current)
    if (!whole) return
    if (text === null) delete whole.dataset['reading']
    else whole.dataset['reading'] = text
  }, [place, text])
  const ofSite = wholeAround(place.current)?.dataset['density'] === 'compact' ? 'compact' : 'comfortable'
  return {
    ...reading,
    shownDensity: reading.density ?? ofSite,
    choose: (changed) => store(writeReading({ ...readReading(device.read(READING)), ...changed })),
  }
}

/** What the theme is given to: the element's own place, or our whole page. */
function wholeAround(element: HTMLElement | null): HTMLElement | null {
  if (!element) return null
  const isOfElement = element.getRootNode() instanceof ShadowRoot
  return isOfElement ? element.closest<HTMLElement>('[data-soundoff]') : document.documentElement
}
