import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Discussion } from '../../domain/discussion.ts'
import { useAmbient } from '../ambient.tsx'
import type { ThreadView } from '../discussion/threadView.ts'
import { useAnnounce } from '../parts/Announcer.tsx'
import { keepLoading } from '../parts/lazyPart.tsx'
import { isAtRest } from './entry.ts'
import { useEntries } from './useOutbox.ts'

const load = () => import('./outcomes.ts')

/** Shows what became of what was sent (`showOutcomes`), by code that is loaded with the first comment that is. */
export function useOutcomes(discussion: Discussion, view: ThreadView): void {
  const { outbox, drafts, messages } = useAmbient()
  const announce = useAnnounce()
  const queryClient = useQueryClient()
  const entries = useEntries(discussion.id)
  const isNeeded = entries.length > 0
  const [loaded, setLoaded] = useState<typeof import('./outcomes.ts') | null>(null)
  const [seen] = useState(() => ({ shown: new Set<string>(), underWay: new Set<string>() }))

  useEffect(() => {
    if (isNeeded) void keepLoading(load).then(setLoaded)
  }, [isNeeded])

  useEffect(() => {
    for (const entry of entries) {
      if (!entry.isReturned && !isAtRest(entry)) seen.underWay.add(entry.key)
    }
    const { closed } = discussion
    loaded?.showOutcomes(entries, { closed, view, outbox, drafts, messages, announce, queryClient, seen })
  }, [entries, loaded, discussion, view, outbox, drafts, messages, announce, queryClient, seen])
}
