import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { drawnAs } from '../discussion/Batch.tsx'
import type { ThreadView } from '../discussion/threadView.ts'
import { rootOf } from '../parts/focusWhenThere.ts'
import { whenIdle } from '../parts/whenIdle.ts'
import { Asleep } from './Asleep.tsx'
import { createMeasure } from './measureBatches.ts'
import { ASLEEP, batchesIn, commentsOf, createPlaces, innermostFirst, isLetBe, restsIn } from './batches.ts'

/** What is farther from the window rests, what is nearer is drawn; in heights of the window, above and below. */
const FAR = 5
const NEAR = 2
/** How long nobody has scrolled or pressed anything before anything is laid to rest, in milliseconds. */
const CALM_MS = 1_000
/** How long the page is busy with it at a time, in milliseconds; one batch may take longer. */
const SLICE_MS = 8
/** As deep as discussions get. */
const LEVELS = 20

/**
 * Measures the batches of a list, and lays those of a large discussion to rest that are far from the window, some at a time, whenever nobody
 * does anything and the page has nothing better to do; what comes near is drawn again. Each keeps its height, so nothing moves. None rest where somebody writes,
 * deletes, has focus or something selected, nor while one branch is shown alone. Where all is needed, to print it or to select
 * it, all is drawn, and what focus is to move to is. Gives the way to end it, after which none rest.
 */
export function restFar(
  place: HTMLElement,
  list: HTMLElement,
  { view, isLarge }: { view: ThreadView; isLarge: () => boolean },
): () => void {
  const { notes } = view
  const root = rootOf(list)
  const stopping = new AbortController()
  const { signal } = stopping
  const measure = createMeasure()
  let frame = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopIdle: (() => void) | null = null
  /** How the rest of each ends, by its name, also where it is within another. */
  const ends = new Map<string, () => void>()

  /** What a batch is to be in place of what it is, to be carried out later. */
  function lay(batch: HTMLElement, blockSize: number): () => void {
    const content = (
      <Asleep text={batch.textContent} comments={commentsOf(batch)} onFound={() => drawBatches([batch])} />
    )
    return () => {
      note(batch, blockSize, content)
      const name = drawnAs.get(batch)?.name ?? ''
      ends.set(name, () => {
        note(batch, blockSize, null)
        ends.delete(name)
      })
    }
  }

  /** Out of sight a batch stays as high as it was; where it is drawn after a rest, that is at once, or the browser would show it one frame later. */
  function note(batch: HTMLElement, blockSize: number, content: ReactNode | null): void {
    const { name = '', nodes = [] } = drawnAs.get(batch) ?? {}
    const contentVisibility = ends.has(name) || content ? 'visible' : 'auto'
    const size = { containIntrinsicBlockSize: `auto ${blockSize}px`, contentVisibility } as const
    notes.add(name, { rest: { nodes, content, size, style: { blockSize, contentVisibility } } })
  }

  function drawBatches(batches: readonly Element[]): void {
    flushSync(() => batches.forEach((batch) => ends.get(drawnAs.get(batch)?.name ?? '')?.()))
  }

  /** Over and over, as what is in them may rest, too, at every level of a discussion. */
  function drawAll(isWanted: (resting: HTMLElement) => boolean): boolean {
    for (let level = 0; level < LEVELS; level++) {
      const found = resting(list, isWanted)
      if (found.length === 0) return level > 0
      drawBatches(found)
    }
    return true
  }

  /** What is in the window at once, what is near it then, one batch in each frame, so that none of them is long. */
  function drawNear(): void {
    const hasDrawn = drawAll(within(0))
    const [next] = hasDrawn ? [] : resting(list, within(NEAR))
    if (next) drawBatches([next])
    if (hasDrawn || next) drawNearLater()
  }

  function drawNearLater(): void {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(drawNear)
  }

  function restLater(): void {
    clearTimeout(timer)
    stopIdle?.()
    timer = setTimeout(() => (stopIdle = whenIdle(begin)), CALM_MS)
  }

  function begin(): void {
    if (getSelection()?.isCollapsed === false || place.hasAttribute('data-branch-only')) {
      return restLater()
    }
    goOn(innermostFirst(batchesIn(list)), { seen: createPlaces(0), near: createPlaces(FAR) })
  }

  /** The page is looked at first and changed after that, so that it is laid out once. */
  function goOn(
    waiting: HTMLElement[],
    places: Record<'seen' | 'near', ReturnType<typeof createPlaces>>,
  ): void {
    const start = performance.now()
    const changes = new Map<HTMLElement, () => void>()
    const isReady = (batch: HTMLElement) => ![...changes.keys()].some((inner) => batch.contains(inner))
    for (let [batch] = waiting; batch && isReady(batch); [batch] = waiting) {
      waiting.shift()
      // Another height of what is above would move what is seen.
      const height = places.seen(batch) === 'below' ? measure(batch) : null
      if (isLarge() && places.near(batch) !== 'near' && isAtRest(batch)) {
        changes.set(batch, lay(batch, height ?? batch.getBoundingClientRect().height))
      } else if (height !== null) changes.set(batch, () => note(batch, height, null))
      if (performance.now() - start > SLICE_MS) break
    }
    if (changes.size > 0) flushSync(() => changes.forEach((change) => change()))
    if (waiting.length > 0) stopIdle = whenIdle(() => goOn(waiting, places))
  }

  function isAtRest(batch: HTMLElement): boolean {
    return isLetBe(batch) && !commentsOf(batch).some((id) => view.deleting.has(id))
  }

  const onMove = () => {
    drawNearLater()
    restLater()
  }
  const onSelect = () => {
    const selection = getSelection()
    if (!selection || selection.isCollapsed) return
    drawAll((each) =>
      root instanceof ShadowRoot ? selection.containsNode(root.host) : selection.containsNode(each, true),
    )
  }
  const draw = (commentId: string) => drawAll((each) => restsIn(each, commentId))
  const onFocus = (event: Event) => {
    if (event instanceof CustomEvent) draw(String(event.detail).replace(/^.*-/, ''))
  }
  const onClick = ({ target }: Event) => {
    const link = target instanceof Element ? target.closest('a') : null
    if (link?.hash.startsWith('#comment-')) draw(link.hash.replace('#comment-', ''))
  }
  addEventListener('scroll', onMove, { capture: true, passive: true, signal })
  for (const act of ['keydown', 'pointerdown']) addEventListener(act, restLater, { capture: true, signal })
  addEventListener('beforeprint', () => drawAll(() => true), { signal })
  document.addEventListener('selectionchange', onSelect, { signal })
  place.addEventListener('beforemove', onFocus, { signal })
  // Before the browser goes there.
  root.addEventListener('click', onClick, { capture: true, signal })
  const observer = new ResizeObserver(onMove)
  observer.observe(list)

  return () => {
    stopping.abort()
    observer.disconnect()
    cancelAnimationFrame(frame)
    clearTimeout(timer)
    stopIdle?.()
    for (const end of ends.values()) end()
  }
}

/** What rests in a list and is wanted, by its elements; of what rests within another, nothing is there. */
function resting(list: Element, isWanted: (resting: HTMLElement) => boolean): Element[] {
  return [...list.querySelectorAll<HTMLElement>(ASLEEP)]
    .filter(isWanted)
    .flatMap((each) => each.parentElement ?? [])
}

/** Whether the batch of what rests is within so many heights of the window from it. */
function within(windows: number): (resting: Element) => boolean {
  const placeOf = createPlaces(windows)
  return ({ parentElement: batch }) => batch !== null && placeOf(batch) === 'near'
}
