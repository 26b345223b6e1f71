import { options } from 'preact'

/** What Preact is to draw, and has not drawn yet. */
let draw: (() => void) | null = null

options.debounceRendering = (process) => {
  draw = process
  queueMicrotask(drawNow)
}

/** What is left over for after what was drawn is seen, such as to listen for changes of it. */
let afterSeen: (() => void) | null = null
/** How long Preact itself waits for a frame, in milliseconds. */
const FRAME_MS = 35

options.requestAnimationFrame = (act) => {
  afterSeen = act
  const then = () => {
    clearTimeout(timer)
    cancelAnimationFrame(frame)
    setTimeout(act)
  }
  const timer = setTimeout(then, FRAME_MS)
  const frame = requestAnimationFrame(then)
}

function drawNow(): void {
  const now = draw
  draw = null
  now?.()
}

/**
 * In place of `react-dom` where the element is built with Preact, whose own `flushSync` leaves what was to be drawn before it: focus could
 * then not go to what was just drawn within the event, as phones want it before they show a keyboard. As in React, what was drawn listens then.
 */
export function flushSync<Value>(act: () => Value): Value {
  const value = act()
  drawNow()
  afterSeen?.()
  drawNow()
  return value
}
export { createPortal } from 'preact/compat'
