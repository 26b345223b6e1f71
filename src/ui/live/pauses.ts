import type { Problem } from '../../api/problem.ts'

/** Waits that can be cut short together. */
export type Pauses = {
  /** Waits for `ms` milliseconds, until the next `cut`, or until `signal` is aborted. Never rejects. */
  pause(ms: number, signal: AbortSignal): Promise<'over' | 'cut'>
  cut(): void
}

export function createPauses(): Pauses {
  const running = new Set<() => void>()
  return {
    pause: (ms, signal) =>
      new Promise((resolve) => {
        const end = (how: 'over' | 'cut') => {
          clearTimeout(timer)
          running.delete(cut)
          signal.removeEventListener('abort', cut)
          resolve(how)
        }
        const cut = () => end('cut')
        const timer = setTimeout(end, ms, 'over')
        running.add(cut)
        signal.addEventListener('abort', cut)
        if (signal.aborted) cut()
      }),
    cut: () => running.forEach((cut) => cut()),
  }
}

const SECOND_MS = 1_000
/** No problem may ask for a longer wait than this. */
const LONGEST_S = 3_600

/**
 * How long to wait after so many failures in a row, in milliseconds: a second at first, at most 30, and by chance up to
 * twice as long as at least, so that not all who lost the same backend come back in the same moment.
 */
export function delayAfter(problem: Problem, failures: number, random: () => number): number {
  if (problem.code === 'rate-limited') {
    return Math.max(1, Math.min(problem.retryAfter, LONGEST_S)) * SECOND_MS
  }
  const doublings = Math.max(0, failures - 1)
  return Math.min(2 ** doublings, 15) * (1 + random()) * SECOND_MS
}
