/** Whether anybody looks at the page. */
export type PageLife = {
  isVisible(): boolean
  /**
   * Tells when the page is shown, hidden, and left, from where it may be returned to, and when the device is online again.
   * Gives the way to stop.
   */
  listen(listener: (event: PageEvent) => void): () => void
}

export type PageEvent = 'shown' | 'hidden' | 'left' | 'online'

export function browserPage(): PageLife {
  return {
    isVisible,
    listen(listener) {
      const listening = new AbortController()
      const { signal } = listening
      const tellVisibility = () => listener(isVisible() ? 'shown' : 'hidden')
      document.addEventListener('visibilitychange', tellVisibility, { signal })
      addEventListener('pageshow', tellVisibility, { signal })
      addEventListener('pagehide', () => listener('left'), { signal })
      addEventListener('online', () => listener('online'), { signal })
      return () => listening.abort()
    },
  }
}

function isVisible(): boolean {
  return document.visibilityState === 'visible'
}

/** How long a page may be hidden before what runs for it stops, in milliseconds: a look at another tab costs nothing. */
export const HIDDEN_LIMIT_MS = 5_000

/** Calls `start` whenever the page is shown, and aborts its signal when it is hidden for long, or left. Gives the way to stop. */
export function whileVisible(life: PageLife, start: (signal: AbortSignal) => void): () => void {
  let running: AbortController | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let hiddenAt = Infinity
  const end = () => {
    clearTimeout(timer)
    running?.abort()
    running = null
  }
  const hide = () => {
    clearTimeout(timer)
    hiddenAt = Math.min(hiddenAt, Date.now())
    timer = setTimeout(end, HIDDEN_LIMIT_MS)
  }
  const show = () => {
    // The timers of a page that was frozen meanwhile have not run.
    if (Date.now() - hiddenAt > HIDDEN_LIMIT_MS) end()
    clearTimeout(timer)
    hiddenAt = Infinity
    if (running) return
    running = new AbortController()
    start(running.signal)
  }
  const stopListening = life.listen((event) => {
    if (event === 'shown') show()
    if (event === 'hidden') hide()
    if (event === 'left') end()
  })
  if (life.isVisible()) show()
  return () => {
    stopListening()
    end()
  }
}
