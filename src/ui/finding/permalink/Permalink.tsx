import { useRef } from 'react'
import type { ThreadView } from '../../discussion/threadView.ts'
import type { Leading } from '../../discussion/usePermalink.ts'
import type { Threads } from '../../discussion/useThreads.ts'
import { PermalinkNotice } from './PermalinkNotice.tsx'
import { PinnedThreads } from './PinnedThreads.tsx'
import { useFollowing } from './useFollowing.ts'

/**
 * Leads to the comment that the address names: shows its thread, where that is not here, before all others, and says so where there
 * is no such comment. Once loaded it stays, as what it shows does.
 */
export function Permalink({
  leading,
  threads,
  view,
}: {
  leading: Leading
  threads: Threads
  view: ThreadView
}) {
  const place = useRef<HTMLDivElement>(null)
  const { trouble, tryAgain, close } = useFollowing(leading, threads, view, place)
  return (
    <div ref={place}>
      {trouble && <PermalinkNotice trouble={trouble} onTryAgain={tryAgain} onClose={close} />}
      {threads.nodes.pinned.length > 0 && <PinnedThreads nodes={threads.nodes} view={view} />}
    </div>
  )
}
