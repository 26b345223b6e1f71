import { useEffect, type RefObject } from 'react'
import type { ThreadView } from '../../discussion/threadView.ts'
import type { Threads } from '../../discussion/useThreads.ts'
import { lazyPart } from '../../parts/lazyPart.tsx'
import { useCell } from '../mentions/cell.ts'
import { shownBranch } from './shownBranch.ts'

const BranchAlone = lazyPart(async () => (await import('./BranchAlone.tsx')).BranchAlone)

/** One branch alone, where that was asked for, as long as it is here. */
export function BranchFocus({
  threads,
  view,
  place,
}: {
  threads: Threads
  view: ThreadView
  place: RefObject<HTMLElement | null>
}) {
  const cell = shownBranch(view)
  const shown = useCell(cell, (branch) => branch)
  const isGone = shown !== null && !threads.nodes.byId.has(shown.id)
  useEffect(() => {
    if (isGone) cell.write(null)
  }, [isGone, cell])
  if (shown === null || isGone) return null
  return <BranchAlone key={shown.id} shown={shown} threads={threads} view={view} place={place} />
}
