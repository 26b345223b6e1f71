import type { Call, Input, Output } from '../api/contract.ts'
import type { ChangeSignal } from './changeSignal.ts'

/**
 * What changed in a discussion since a version, page after page, and then each change as it comes. The first page comes
 * at once, even where nothing has changed, so that whoever follows knows that the discussion is here. Rejects with what
 * `list` rejects with; ends once `signal` is aborted.
 */
export async function* followChanges(
  list: Call<'listChanges'>,
  changes: ChangeSignal,
  { discussionId, since }: Input<'followChanges'>,
  signal: AbortSignal,
): AsyncGenerator<Output<'followChanges'>> {
  // A signal may come while the store is being read, so it is noted, and not only waited for.
  let isDue = true
  let wake: (() => void) | undefined
  const notice = () => {
    isDue = true
    wake?.()
  }
  const stopListening = changes.listen(discussionId, notice)
  signal.addEventListener('abort', notice)
  try {
    let known: number | null = null
    while (!signal.aborted) {
      if (!isDue) await new Promise<void>((resolve) => (wake = resolve))
      if (signal.aborted) return
      isDue = false
      const page: Output<'followChanges'> = await list({ discussionId, since: known ?? since })
      if (signal.aborted) return
      isDue ||= page.hasMore
      if (page.version === known) continue
      known = page.version
      yield page
    }
  } finally {
    stopListening()
    signal.removeEventListener('abort', notice)
  }
}
