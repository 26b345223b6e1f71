const MINUTE_MS = 60_000

/** The time to the minute, told once a minute to whoever shows it. */
export type MinuteClock = {
  /** Milliseconds since 1970, the start of the running minute. */
  read(): number
  subscribe(listener: () => void): () => void
}

export function createMinuteClock(clock: () => Date): MinuteClock {
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setInterval> | undefined
  return {
    read: () => Math.floor(clock().getTime() / MINUTE_MS) * MINUTE_MS,
    subscribe(listener) {
      listeners.add(listener)
      timer ??= setInterval(() => listeners.forEach((each) => each()), MINUTE_MS)
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        clearInterval(timer)
        timer = undefined
      }
    },
  }
}
