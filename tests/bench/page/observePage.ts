/** What a page says of itself while it is measured. Times are in milliseconds. */
export type Observations = {
  /** The sum of all layout shifts that no input explains. */
  shift: number
  /** The longest time from an input event to the next frame, of those that took 16 ms or more; 0 where none did. */
  longestEvent: number
  /** The longest time between two frames since they are watched, and the longest frame that the browser reports as long. */
  longestGap: number
  longestFrame: number
  /** Frames are watched by asking for each, which costs what is measured next; so it ends with what it is for. */
  isWatchingFrames: boolean
}

declare global {
  var bench: Observations
  /** A binding of the browser's tools, which needs no script of theirs in the page. */
  var reportFirstComment: (milliseconds: string) => void
}

/**
 * Runs in the page before its own scripts. The text of the first comment is brought into the window as soon as it is in the
 * document; when it was drawn since the navigation began is reported once, as the browser tells it (Element Timing: when its frame was
 * presented).
 */
export function observePage(): void {
  globalThis.bench = { shift: 0, longestEvent: 0, longestGap: 0, longestFrame: 0, isWatchingFrames: false }

  observe({ type: 'layout-shift', buffered: true }, (entry) => {
    if ('value' in entry && 'hadRecentInput' in entry && !entry.hadRecentInput) {
      bench.shift += Number(entry.value)
    }
  })
  observe({ type: 'event', buffered: true, durationThreshold: 16 }, ({ duration }) => {
    bench.longestEvent = Math.max(bench.longestEvent, duration)
  })
  observe({ type: 'long-animation-frame' }, ({ duration }) => {
    bench.longestFrame = Math.max(bench.longestFrame, duration)
  })

  observe({ type: 'element', buffered: true }, ({ startTime }) => reportFirstComment(String(startTime)))
  requestAnimationFrame(find)

  function find(): void {
    const text = document.querySelector('article[id^="comment-"] p:not(:empty)')
    if (text === null) {
      requestAnimationFrame(find)
      return
    }
    text.setAttribute('elementtiming', 'first comment')
    text.scrollIntoView({ behavior: 'instant', block: 'center' })
  }

  function observe(
    options: PerformanceObserverInit & { durationThreshold?: number },
    onEntry: (entry: PerformanceEntry) => void,
  ): void {
    new PerformanceObserver((list) => list.getEntries().forEach(onEntry)).observe(options)
  }
}

/** Runs in the page: forgets the frames before, and measures the time between those that follow, as long as frames are watched. */
export function watchFrames(): void {
  let before = performance.now()
  bench.longestGap = 0
  bench.longestFrame = 0
  bench.isWatchingFrames = true
  requestAnimationFrame(function next(now) {
    bench.longestGap = Math.max(bench.longestGap, now - before)
    before = now
    if (bench.isWatchingFrames) requestAnimationFrame(next)
  })
}
