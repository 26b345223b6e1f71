import { problemOf, type Problem } from '../../api/problem.ts'
import { catchUp, type Asking, type Take } from './catchUp.ts'
import { delayAfter } from './pauses.ts'

/** After so many streams in a row that were of no use, the changes are asked for one by one. */
const STREAMS_LOST = 3
/** A stream that has stood for this long is of use, even if nothing happened on it; in milliseconds. */
const STEADY_MS = 10_000
const POLL_MS = 20_000
/** How often the changes are asked for before a stream is tried again: for two minutes. */
const POLLS = 6

/**
 * Follows the stream of changes and hands every page to `take`; a stream that is lost is taken up again from the version that is
 * known. Where streams do not last, or there are too many already, asks for the changes every 20 seconds. Resolves once `signal` is aborted, or where the
 * discussion turns out not to be there; never rejects.
 */
export async function lead(asking: Asking, signal: AbortSignal, take: Take): Promise<void> {
  let lost = 0
  while (!signal.aborted) {
    const { problem, wasOfUse } = await followOne(asking, signal, take)
    if (signal.aborted || problem.code === 'not-found') return
    lost = wasOfUse ? 0 : lost + 1
    if (lost < STREAMS_LOST && problem.code !== 'rate-limited')
      await asking.pauses.pause(delayAfter(problem, lost, asking.random), signal)
    else if (await poll(asking, signal, take)) return
  }
}

async function followOne(
  { api, discussionId, known }: Asking,
  signal: AbortSignal,
  take: Take,
): Promise<{ problem: Problem; wasOfUse: boolean }> {
  let wasOfUse = false
  let timer: ReturnType<typeof setTimeout> | undefined
  try {
    for await (const page of api.followChanges({ discussionId, since: known.version() }, { signal })) {
      const taken = take(page)
      if (taken === 'gap') break
      wasOfUse ||= taken === 'given'
      timer ??= setTimeout(() => (wasOfUse = true), STEADY_MS)
    }
    return { problem: { code: 'unreachable' }, wasOfUse }
  } catch (error) {
    return { problem: problemOf(error), wasOfUse }
  } finally {
    clearTimeout(timer)
  }
}

/** Whether the discussion turns out not to be there. */
async function poll(asking: Asking, signal: AbortSignal, take: Take): Promise<boolean> {
  for (let polls = 0; polls < POLLS && !signal.aborted; polls += 1) {
    let wait = POLL_MS
    try {
      await catchUp(asking, signal, take)
    } catch (error) {
      const problem = problemOf(error)
      if (problem.code === 'not-found') return true
      if (problem.code === 'rate-limited') wait = Math.max(wait, delayAfter(problem, 0, asking.random))
    }
    if ((await asking.pauses.pause(wait, signal)) === 'cut') return false
  }
  return false
}
