import { flushSync } from 'react-dom'
import { drawnAs } from '../discussion/Batch.tsx'
import type { ThreadNode } from '../discussion/threadNodes.ts'
import type { ThreadView } from '../discussion/threadView.ts'
import { rootOf } from '../parts/focusWhenThere.ts'
import { whenIdle } from '../parts/whenIdle.ts'
import { layToRest } from './layToRest.ts'
import { createOtherHeights } from './otherHeights.ts'
import { hasNode } from './hasNode.ts'
import { createMeasure } from './measureBatches.ts'
import { batchesIn, createPlaces } from './batches.ts'
import { isBesideFocus } from './besideFocus.ts'
import { createRests } from './rests.tsx'
import { findSelected } from './selected.ts'

/** What is nearer to the window is drawn, in heights of the window, above and below. */
const NEAR = 2
/** How long nobody has scrolled, pressed anything or moved a pointer, as before a press, before anything is laid to rest, in milliseconds. */
const CALM_MS = 1_000
/** How long the page is busy with it at a time, in milliseconds; one step may take longer. */
const SLICE_MS = 8

/**
 * Measures the batches of a list, and lays those of a large discussion to rest that are far from the window, some at a time, whenever nobody
 * does anything and the page has nothing better to do; what comes near is drawn again. Each keeps its height, so nothing moves. None rest where somebody writes,
 * deletes, has focus or something selected, nor while one branch is shown alone. Where all is needed, to print it or to select
 * it, all is drawn, and what focus is to move to is. `renew` has what those comments rest in drawn, as their words have changed. After `stop`, none rest.
 */
export function restFar(
  place: HTMLElement,
  list: HTMLElement,
  { view, isLarge }: { view: ThreadView; isLarge: () => boolean },
): { renew(isAskedFor: (node: ThreadNode) => boolean): void; stop(): void } {
  const root = rootOf(list)
  const stopping = new AbortController()
  const { signal } = stopping
  const measure = createMeasure()
  const findOtherHeights = createOtherHeights(list, view.folds)
  const rests = createRests(view.notes)
  let frame = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopIdle: (() => void) | null = null

  /** What is in the window at once, what is near it then, one batch in each frame, so that none of them is long. */
  function drawNear(): void {
    const hasDrawn = rests.drawAll(within(0))
    const [next] = hasDrawn ? [] : rests.find(within(NEAR))
    if (next) rests.drawBatches([next])
    if (hasDrawn || next) drawNearLater()
  }

  function drawNearLater(): void {
    cancelAnimationFrame(frame)
    if (!rests.isAny()) return
    frame = requestAnimationFrame(drawNear)
  }

  function restLater(): void {
    clearTimeout(timer)
    stopIdle?.()
    timer = setTimeout(() => (stopIdle = whenIdle(begin)), CALM_MS)
  }

  function begin(): void {
    // What is drawn in part is not as high as it will be, and its words are not all there.
    if (view.steps.isBusy()) return restLater()
    // Either ends by what is done, which is followed by a rest.
    if (findSelected(root) || place.hasAttribute('data-branch-only')) return
    const isOther = findOtherHeights()
    if (isOther) return renew(({ comment }) => isOther(comment.id))
    goOn(layToRest(list, { measure, rests, view, isLarge: isLarge() }))
  }

  /** Draws what those comments rest in, some at a time; then they are measured anew, and rest again. */
  function renew(isAskedFor: (node: ThreadNode) => boolean): void {
    const ends = rests.endsWith(isAskedFor)
    const endNext = () => {
      flushSync(() => ends.shift()?.())
      if (signal.aborted) return
      if (ends.length > 0) whenIdle(endNext)
      else {
        for (const batch of batchesIn(list)) {
          if (hasNode(drawnAs.get(batch)?.nodes ?? [], isAskedFor)) measure.forget(batch)
        }
        restLater()
      }
    }
    endNext()
  }

  /** Some of it at a time. */
  function goOn(work: Generator<undefined>): void {
    const start = performance.now()
    while (performance.now() - start < SLICE_MS) if (work.next().done) return
    stopIdle = whenIdle(() => goOn(work))
  }

  const onMove = () => {
    drawNearLater()
    restLater()
  }
  const onSelect = () => {
    const isSelected = findSelected(root)
    if (isSelected) rests.drawAll(isSelected)
    else restLater()
  }
  const onFocus = (event: Event) => {
    if (event instanceof CustomEvent) rests.drawFor(String(event.detail))
  }
  const onKey = (event: Event) => {
    if (event instanceof KeyboardEvent && event.key === 'Tab') rests.drawAll(isBesideFocus(list))
    restLater()
  }
  const onClick = ({ target }: Event) => {
    const link = target instanceof Element ? target.closest('a') : null
    if (link?.hash.startsWith('#comment-')) rests.drawFor(link.hash)
  }
  addEventListener('scroll', onMove, { capture: true, passive: true, signal })
  addEventListener('keydown', onKey, { capture: true, signal })
  addEventListener('pointerdown', restLater, { capture: true, signal })
  addEventListener('pointermove', restLater, { capture: true, passive: true, signal })
  addEventListener('beforeprint', () => rests.drawAll(() => true), { signal })
  document.addEventListener('selectionchange', onSelect, { signal })
  place.addEventListener('beforemove', onFocus, { signal })
  // Before the browser goes there.
  root.addEventListener('click', onClick, { capture: true, signal })
  const observer = new ResizeObserver(onMove)
  observer.observe(list)

  return {
    renew,
    stop() {
      stopping.abort()
      observer.disconnect()
      cancelAnimationFrame(frame)
      clearTimeout(timer)
      stopIdle?.()
      rests.forget()
    },
  }
}

/** Whether the batch of what rests is within so many heights of the window from it. What is hidden, as where a thread is folded or a branch shown alone, is nowhere. */
function within(windows: number): (resting: Element) => boolean {
  const placeOf = createPlaces(windows)
  return ({ parentElement: batch }) => batch?.checkVisibility() === true && placeOf(batch) === 'near'
}
