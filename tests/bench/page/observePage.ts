/** What a page says of itself while it is measured. Times are in milliseconds. */
export type Observations = {
  /** When the first comment was drawn, since the navigation began; `null` before that. */
  firstComment: number | null
  /** The sum of all layout shifts that no input explains. */
  shift: number
  /** The longest time from an input event to the next frame, of those that took 16 ms or more; 0 where none did. */
  longestEvent: number
  /** The longest time between two frames since they are watched, and the longest frame that the browser reports as long. */
  longestGap: number
  longestFrame: number
}

declare global {
  var bench: Observations
}

/**
 * Runs in the page before its own scripts. The first comment is brought into the window as soon as it is in the document; it
 * counts as drawn when, after a frame in which a part of it is in the window, the next task begins.
 */
export function observePage(): void {
  globalThis.bench = { firstComment: null, shift: 0, longestEvent: 0, longestGap: 0, longestFrame: 0 }

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

  const drawn = new MessageChannel()
  drawn.port1.start()
  drawn.port1.addEventListener('message', () => {
    const [paint] = performance.getEntriesByName('first-contentful-paint')
    bench.firstComment = Math.max(performance.now(), paint?.startTime ?? 0)
  })
  const visible = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return
    visible.disconnect()
    drawn.port2.postMessage(null)
  })
  requestAnimationFrame(find)

  function find(): void {
    const comment = document.querySelector('article[id^="comment-"]')
    if (comment === null) {
      requestAnimationFrame(find)
      return
    }
    comment.scrollIntoView({ behavior: 'instant', block: 'start' })
    visible.observe(comment)
  }

  function observe(
    options: PerformanceObserverInit & { durationThreshold?: number },
    onEntry: (entry: PerformanceEntry) => void,
  ): void {
    new PerformanceObserver((list) => list.getEntries().forEach(onEntry)).observe(options)
  }
}

/** Runs in the page: forgets the frames before, and measures the time between all that follow. */
export function watchFrames(): void {
  let before = performance.now()
  bench.longestGap = 0
  bench.longestFrame = 0
  requestAnimationFrame(function next(now) {
    bench.longestGap = Math.max(bench.longestGap, now - before)
    before = now
    requestAnimationFrame(next)
  })
}
