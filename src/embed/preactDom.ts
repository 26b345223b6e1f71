import { options } from 'preact'

/** What Preact is to draw, and has not drawn yet. */
let draw: (() => void) | null = null

options.debounceRendering = (process) => {
  draw = process
  queueMicrotask(drawNow)
}

function drawNow(): void {
  const now = draw
  draw = null
  now?.()
}

/**
 * In place of `react-dom` where the element is built with Preact, whose own `flushSync` leaves what was to be drawn before it: focus could
 * then not go to what was just drawn within the event, as phones want it before they show a keyboard.
 */
export function flushSync<Value>(act: () => Value): Value {
  const value = act()
  drawNow()
  return value
}
export { createPortal } from 'preact/compat'
