import { drawnAs } from '../discussion/Batch.tsx'
import { hasSameMembers } from '../discussion/sameMembers.ts'
import type { ThreadNode } from '../discussion/threadNodes.ts'

/** Less than what browsers lay out. */
const TOLERANCE = 0.01

export type Measure = ReturnType<typeof createMeasure>

/**
 * Finds out how high batches are that may never have been seen, by having the browser lay them out: an estimate would give way to it in view of who
 * scrolls up to it. Each is measured once, as long as its comments stay the same.
 */
export function createMeasure() {
  const measured = new WeakMap<Element, readonly ThreadNode[]>()
  const keep = (batch: Element) => void measured.set(batch, drawnAs.get(batch)?.nodes ?? [])
  return {
    /** Its height where the browser takes it to be another, `now`. What is in it turned out to be higher than it stands by `more`. All in CSS pixels. */
    find(batch: Element, now: number, more: number): number | null {
      const nodes = drawnAs.get(batch)?.nodes ?? []
      const before = measured.get(batch)
      if (before && hasSameMembers(before, nodes)) return null
      const height = contentHeight(batch) + more
      if (height !== 0 && Math.abs(height - now) >= TOLERANCE) return height
      keep(batch)
      return null
    },
    /** The browser knows by now. */
    keep,
    forget: (batch: Element) => void measured.delete(batch),
  }
}

/** In CSS pixels. */
export function contentHeight({ firstElementChild, lastElementChild }: Element): number {
  if (!firstElementChild || !lastElementChild) return 0
  return lastElementChild.getBoundingClientRect().bottom - firstElementChild.getBoundingClientRect().top
}
