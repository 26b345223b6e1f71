import type { ToFrame } from './messages.ts'

type View = Extract<ToFrame, { kind: 'view' }>

/** How often a frame is told at most, in milliseconds: each time its browser goes through all that stands in it. */
const PAUSE_MS = 100

/** Tells how much of a frame is out of the window, whenever that has changed, after the first call of what it gives. */
export function watchView(frame: Element, tell: (view: View) => void, signal: AbortSignal): () => void {
  let told = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = () => {
    const view = viewOf(frame)
    const text = JSON.stringify(view)
    if (text === told) return
    told = text
    tell(view)
  }
  const lookSoon = () => {
    timer ??= setTimeout(() => {
      timer = undefined
      look()
    }, PAUSE_MS)
  }
  let isWatching = false
  signal.addEventListener('abort', () => clearTimeout(timer))
  return () => {
    told = ''
    look()
    if (isWatching) return
    isWatching = true
    addEventListener('scroll', lookSoon, { signal, passive: true, capture: true })
    addEventListener('resize', lookSoon, { signal })
    const observer = new ResizeObserver(lookSoon)
    observer.observe(frame)
    signal.addEventListener('abort', () => observer.disconnect())
  }
}

function viewOf(frame: Element): View {
  const { top, bottom, height } = frame.getBoundingClientRect()
  const within = (length: number) => Math.round(Math.min(Math.max(length, 0), height))
  return { kind: 'view', above: within(-top), below: within(bottom - innerHeight), window: innerHeight }
}
