import { readChangePage } from '../../api/events.ts'
import type { ChangePage } from '../../api/schemas.ts'
import { catchingUp, type Asking, type Take } from './catchUp.ts'
import { createKnown } from './known.ts'
import { lead } from './lead.ts'
import { browserPage, whileVisible, type PageLife } from './pageLife.ts'
import { createPauses } from './pauses.ts'
import { browserTabs, type Tabs } from './tabs.ts'

export type Following = Pick<Asking, 'api' | 'discussionId'> & {
  /** The version that was read. */
  since: number
  /**
   * Is given what changed, without a gap and each change once, save where two pages overlap: a page's `since` may be before the version
   * of the page before it. Where its `hasMore` or `isReset` is set, all is to be read anew. Must not throw.
   */
  onChanges: (page: ChangePage) => void
  /** Is called once, when all that had changed before is given. */
  onCaughtUp?: () => void
  /**
   * Names the backend for the tabs of the origin that have the same one, so that one of them streams for all. `null` for
   * a backend of this tab alone, as one in the browser without storage is.
   */
  sharedAs?: string | null
  tabs?: Tabs | null
  life?: PageLife
  random?: () => number
}

/**
 * Follows what becomes of a discussion while somebody looks at the page. Of the tabs of one browser one streams, and tells the
 * others; the next one takes over when it is hidden or closed. Gives the way to stop. Never throws: what cannot be reached
 * is tried again, and where there is no such discussion, nothing more happens.
 */
export function followDiscussion({ api, discussionId, since, onChanges, onCaughtUp, ...ports }: Following) {
  const { sharedAs = null, life = browserPage(), random = Math.random } = ports
  const tabs = ports.tabs ?? (sharedAs === null ? null : browserTabs(`soundoff:${sharedAs}:${discussionId}`))
  const asking = { api, discussionId, known: createKnown(since, onChanges), pauses: createPauses(), random }
  let isCaughtUp = false
  const stopListening = life.listen((event) => event === 'online' && asking.pauses.cut())
  const stopWatching = whileVisible(life, (signal) => void follow(signal))
  return stop

  function stop(): void {
    stopListening()
    stopWatching()
  }

  async function follow(signal: AbortSignal): Promise<void> {
    const take: Take = (page) => (signal.aborted ? 'known' : asking.known.take(page))
    const comeClose = catchingUp(asking, signal, take, stop)
    const line = tabs?.join((message) => {
      const page = readChangePage(message)
      if (page && take(page) === 'gap') void comeClose()
    })
    signal.addEventListener('abort', () => line?.leave())
    await comeClose()
    if (signal.aborted) return
    if (!isCaughtUp) onCaughtUp?.()
    isCaughtUp = true
    const work = async () => {
      await lead(asking, signal, (page) => {
        const taken = take(page)
        if (taken === 'given') line?.tell(page)
        return taken
      })
      if (!signal.aborted) stop()
    }
    await (tabs ? tabs.lead(signal, work) : work())
  }
}
