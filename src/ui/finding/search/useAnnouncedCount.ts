import { useEffect, useRef } from 'react'
import { useFindingMessages } from '../../messages/useFindingMessages.ts'
import { useAnnounce } from '../../parts/Announcer.tsx'
import type { Filter } from '../results/filter.ts'

/** Says how many fit, once for each filter; `null` while that is not known. */
export function useAnnouncedCount(total: number | null, filter: Filter): void {
  const messages = useFindingMessages()
  const announce = useAnnounce()
  const told = useRef<Filter | null>(null)
  useEffect(() => {
    if (total === null || told.current === filter) return
    told.current = filter
    announce(filter.q === '' ? messages.commentsFound(total) : messages.matches(total))
  }, [total, filter, messages, announce])
}
