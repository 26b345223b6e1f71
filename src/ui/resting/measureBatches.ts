import { flushSync } from 'react-dom'
import { batchName, nodesOf } from '../discussion/Batch.tsx'
import { isSameBatch } from '../discussion/isSameBatch.ts'
import type { Notes } from '../discussion/notes.ts'
import type { ThreadNode } from '../discussion/threadNodes.ts'
import { holdFirstInView } from '../live/holdFirstInView.ts'
import { ASLEEP } from './batches.ts'

/** Less than what browsers lay out. */
const TOLERANCE = 0.01

/**
 * Makes what finds out how high a batch is that was never seen, by having the browser lay it out, and keeps that in its note: an estimate would give way to it
 * in view of who scrolls up to it. What is in a batch is to be measured before it. What the reader sees stays where it is.
 */
export function createMeasure(list: Element, notes: Notes): (batch: Element) => void {
  const measured = new WeakMap<Element, readonly ThreadNode[]>()
  return (batch) => {
    const nodes = nodesOf.get(batch)
    const before = measured.get(batch)
    if (!nodes || (before && isSameBatch({ nodes: before }, { nodes }))) return
    if (batch.firstElementChild?.matches(ASLEEP) || batch.closest('[hidden]')) return
    measured.set(batch, nodes)
    const height = contentHeight(batch)
    if (height === 0 || Math.abs(height - batch.getBoundingClientRect().height) < TOLERANCE) return
    const release = holdFirstInView(list)
    const style = { containIntrinsicBlockSize: `auto ${height}px` }
    flushSync(() => notes.add(batchName(nodes), { rest: { nodes, content: null, style } }))
    requestAnimationFrame(() => requestAnimationFrame(release))
  }
}

function contentHeight({ firstElementChild, lastElementChild }: Element): number {
  if (!firstElementChild || !lastElementChild) return 0
  return lastElementChild.getBoundingClientRect().bottom - firstElementChild.getBoundingClientRect().top
}
