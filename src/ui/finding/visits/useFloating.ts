import { useEffect, useEffectEvent, useState, type RefObject } from 'react'

/** So far above the lower edge of what scrolls, in pixels, has to be what stands behind what floats, for it to float. */
const ROOM_PX = 64
/** What scrolls and is higher than any window, as the frame of an element, goes with the page around: there nothing floats. */
const HIGHEST_PX = 2_400

/**
 * Tells the number that `find` gives, again and again as the reader scrolls or moves focus, and sees to it that what floats knows how high
 * the part of the page is that scrolls, and whether it has come to its own place.
 */
export function useFloating(
  place: RefObject<HTMLElement | null>,
  float: RefObject<HTMLElement | null>,
  find: () => number,
): number {
  const [found, setFound] = useState(0)
  const look = useEffectEvent(() => {
    setFound(find())
    // What is being pressed is not to move away from under the pointer.
    if (float.current && !float.current.matches(':active')) settle(float.current)
  })
  useEffect(() => {
    const frame = requestAnimationFrame(() => look())
    return () => cancelAnimationFrame(frame)
  })
  useEffect(() => {
    const leaving = new AbortController()
    const options = { capture: true, passive: true, signal: leaving.signal }
    let frame = 0
    const lookSoon = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => look())
    }
    for (const type of ['scroll', 'resize']) addEventListener(type, lookSoon, options)
    for (const type of ['focusin', 'focusout']) place.current?.addEventListener(type, lookSoon, options)
    return () => {
      cancelAnimationFrame(frame)
      leaving.abort()
    }
  }, [place])
  return found
}

function settle(float: HTMLElement): void {
  const port = scrollPort(float)
  const isFloating = port.height < HIGHEST_PX
  // Where it floats, it is elsewhere than in its own place.
  const top = (float.nextElementSibling ?? float).getBoundingClientRect().top - port.top
  float.toggleAttribute('data-natural', !isFloating || top > port.height - ROOM_PX)
  float.style.setProperty('--port', `${port.height}px`)
}

/** The window, or what scrolls within it around an element, also from outside of a shadow root. */
function scrollPort(element: Element): { top: number; height: number } {
  for (let above = parentOf(element); above; above = parentOf(above)) {
    if (above === document.body || above === document.documentElement) break
    if (/auto|scroll/.test(getComputedStyle(above).overflowY)) {
      return { top: above.getBoundingClientRect().top, height: above.clientHeight }
    }
  }
  return { top: 0, height: innerHeight }
}

function parentOf(element: Element): Element | null {
  const parent = element.assignedSlot ?? element.parentNode
  if (parent instanceof ShadowRoot) return parent.host
  return parent instanceof Element ? parent : null
}
