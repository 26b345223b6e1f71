import { useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react'
import type { Filter } from '../results/filter.ts'
import { allSteps, clamp, spanOf, stepsOf, withEnd, type Steps, type Times } from './steps.ts'

/** How long no key is pressed before the span counts, in milliseconds. */
const PAUSE_MS = 250

/** The span as it is being chosen, by the handles or over the `track`; it counts once the reader is done with that. */
export function useBrush(
  times: Times,
  span: Filter['span'],
  onSpan: (span: Filter['span']) => void,
  track: RefObject<HTMLElement | null>,
) {
  /** The step that is dragged from. */
  const begun = useRef<number | null>(null)
  const timer = useRef(0)
  const [draft, setDraft] = useState<Steps | null>(null)
  const steps = draft ?? stepsOf(times, span)
  useEffect(() => () => clearTimeout(timer.current), [])

  function settle(chosen: Steps) {
    clearTimeout(timer.current)
    setDraft(null)
    onSpan(spanOf(times, chosen))
  }

  function move(end: 'from' | 'until', to: number) {
    const moved = withEnd(times, steps, end, to)
    setDraft(moved)
    clearTimeout(timer.current)
    timer.current = window.setTimeout(() => settle(moved), PAUSE_MS)
  }

  function stepAt({ clientX }: PointerEvent): number {
    const place = placeWithin(track.current, clientX) * times.counts.length
    return clamp(Math.floor(place), 0, times.counts.length - 1)
  }

  function draggedTo(event: PointerEvent, from: number): Steps {
    const step = stepAt(event)
    return [Math.min(from, step), Math.max(from, step) + 1]
  }

  const pointer = {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0 || event.target instanceof HTMLInputElement) return
      clearTimeout(timer.current)
      event.currentTarget.setPointerCapture(event.pointerId)
      begun.current = stepAt(event)
      setDraft(draggedTo(event, begun.current))
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (begun.current !== null) setDraft(draggedTo(event, begun.current))
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      if (begun.current === null) return
      const chosen = draggedTo(event, begun.current)
      begun.current = null
      settle(chosen)
    },
    onPointerCancel() {
      begun.current = null
      setDraft(null)
    },
  }

  return { steps, pointer, move, clear: () => settle(allSteps(times)) }
}

/** Where in the track a place of the window is, from 0, where reading begins, to 1. */
function placeWithin(track: Element | null, clientX: number): number {
  if (!track) return 0
  const { left, width } = track.getBoundingClientRect()
  const fromLeft = clamp((clientX - left) / width, 0, 1)
  return getComputedStyle(track).direction === 'rtl' ? 1 - fromLeft : fromLeft
}
