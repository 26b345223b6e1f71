import { drawnAs } from '../discussion/Batch.tsx'
import { isSameBatch } from '../discussion/isSameBatch.ts'
import type { ThreadNode } from '../discussion/threadNodes.ts'
import { ASLEEP } from './batches.ts'

/** Less than what browsers lay out. */
const TOLERANCE = 0.01

/**
 * Makes what finds out how high a batch is that may never have been seen, by having the browser lay it out: an estimate would give way to it in view of who
 * scrolls up to it. What is in a batch is to be measured before it. Gives the height where the browser takes it to be another, and each batch is measured once,
 * as long as its comments stay the same.
 */
export function createMeasure(): (batch: Element) => number | null {
  const measured = new WeakMap<Element, readonly ThreadNode[]>()
  return (batch) => {
    const nodes = drawnAs.get(batch)?.nodes
    const before = measured.get(batch)
    if (!nodes || (before && isSameBatch({ nodes: before }, { nodes }))) return null
    if (batch.firstElementChild?.matches(ASLEEP) || batch.closest('[hidden]')) return null
    measured.set(batch, nodes)
    const height = contentHeight(batch)
    const isKnown = height === 0 || Math.abs(height - batch.getBoundingClientRect().height) < TOLERANCE
    return isKnown ? null : height
  }
}

function contentHeight({ firstElementChild, lastElementChild }: Element): number {
  if (!firstElementChild || !lastElementChild) return 0
  return lastElementChild.getBoundingClientRect().bottom - firstElementChild.getBoundingClientRect().top
}
