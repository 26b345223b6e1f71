import { useEffect, useEffectEvent, useRef } from 'react'
import type { DiscussionId } from '../../../domain/ids.ts'
import { useAmbient } from '../../ambient.tsx'
import type { Arrivals } from '../../queries.ts'
import type { Told } from './askSince.ts'
import { readSeen, VISIT_ENDS_AFTER_MS, writeSeen } from './visitRecord.ts'

/**
 * Keeps up to which version the reader has seen the discussion, once the page is looked at; never less than another tab has kept, unless
 * that was of a discussion that was here before. And when the tab was last looked at, so that it is known whether its visit goes on; who
 * comes back to the tab after that has ended begins another one, `onReturn`.
 */
export function useKeptSeen(
  discussionId: DiscussionId,
  told: Told | undefined,
  arrivals: Arrivals,
  onReturn: () => void,
): void {
  const { device, tab } = useAmbient()
  const kept = useRef<{ told: Told; version: number }>(undefined)
  const left = useRef<number>(undefined)
  const version = told ? seenUpTo(told, arrivals) : null

  const keep = useEffectEvent((answer: Told, upTo: number) => {
    const at = Date.now()
    if (answer.since !== null) writeSeen(tab, discussionId, { version: answer.since, at })
    if (document.visibilityState === 'hidden') return
    const before = readSeen(device, discussionId)?.version ?? 0
    // What this tab has kept itself was of too much, where it was not known yet what is not shown.
    const isOwn = before === kept.current?.version || (answer.since === null && kept.current?.told !== answer)
    const furthest = isOwn ? upTo : Math.max(before, upTo)
    kept.current = { told: answer, version: furthest }
    writeSeen(device, discussionId, { version: furthest, at })
  })

  const keepNow = useEffectEvent(() => {
    if (told && version !== null) keep(told, version)
  })

  const onVisibility = useEffectEvent(() => {
    const now = Date.now()
    const isHidden = document.visibilityState === 'hidden'
    const isOver = left.current !== undefined && now - left.current >= VISIT_ENDS_AFTER_MS
    left.current = isHidden ? now : undefined
    if (!isHidden && isOver) {
      writeSeen(tab, discussionId, null)
      onReturn()
    } else keepNow()
  })

  useEffect(() => {
    if (told && version !== null) keep(told, version)
  }, [told, version])
  useEffect(() => {
    const leaving = new AbortController()
    document.addEventListener('visibilitychange', () => onVisibility(), leaving)
    addEventListener('pagehide', () => keepNow(), leaving)
    return () => leaving.abort()
  }, [])
}

/** What came and was not shown was not seen. `null` where that is not known. */
function seenUpTo(
  { since, version }: Told,
  { added, shown, missed, version: latest }: Arrivals,
): number | null {
  if (missed) return since
  const unseen = added.filter(({ id }) => !shown.has(id))
  return unseen.reduce((least, { sequence }) => Math.min(least, sequence - 1), Math.max(version, latest ?? 0))
}
