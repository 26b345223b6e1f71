import type { Api } from '../../api/contract.ts'
import { problemOf } from '../../api/problem.ts'
import type { ChangePage } from '../../api/schemas.ts'
import type { DiscussionId } from '../../domain/ids.ts'
import { PAGES_IN_A_ROW, type Known } from './known.ts'
import { delayAfter, type Pauses } from './pauses.ts'

/** What it takes to ask for changes. */
export type Asking = {
  api: Pick<Api, 'listChanges' | 'followChanges'>
  discussionId: DiscussionId
  known: Known
  pauses: Pauses
  random: () => number
}

export type Take = Known['take']

/** Asks what has changed since the known version. Rejects as the call does. */
export async function catchUp(
  { api, discussionId, known }: Asking,
  signal: AbortSignal,
  take: Take,
): Promise<void> {
  for (let pages = 0; pages < PAGES_IN_A_ROW; pages += 1) {
    const page: ChangePage = await api.listChanges({ discussionId, since: known.version() }, { signal })
    take(page)
    if (!page.hasMore || signal.aborted) return
  }
}

/**
 * Gives a function that catches up, again and again until that succeeds, and once more if it was called meanwhile. It
 * resolves when that is done, or `signal` is aborted. Where there is no such discussion, calls `stop`.
 */
export function catchingUp(
  asking: Asking,
  signal: AbortSignal,
  take: Take,
  stop: () => void,
): () => Promise<void> {
  let running: Promise<void> | null = null
  let isDue = false
  const run = async () => {
    let failures = 0
    while (isDue && !signal.aborted) {
      isDue = false
      try {
        await catchUp(asking, signal, (page) => {
          const taken = take(page)
          isDue ||= taken === 'gap'
          return taken
        })
      } catch (error) {
        const problem = problemOf(error)
        if (problem.code === 'not-found') return stop()
        isDue = true
        failures += 1
        await asking.pauses.pause(delayAfter(problem, failures, asking.random), signal)
      }
    }
  }
  return () => {
    isDue = true
    running ??= run().finally(() => (running = null))
    return running
  }
}
