import { useState } from 'react'
import type { Match } from '../../../api/finding.ts'
import { useAnnounce } from '../../parts/Announcer.tsx'
import { useFindingMessages } from '../../messages/useFindingMessages.ts'
import type { Filter } from '../results/filter.ts'
import type { Step } from '../results/Results.tsx'

type More = {
  isPlaceholderData: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => Promise<{ data?: { pages: { matches: Match[] }[] } | undefined }>
}

/**
 * Which match of a filter is looked at, none at first (-1), and what steps on from it: also to those that are still to be asked for, but
 * not beyond the last, nor while the matches are still those of another filter.
 */
export function useStepping(
  filter: Filter,
  { isPlaceholderData, isFetchingNextPage, fetchNextPage }: More,
  matches: readonly Match[],
  total: number,
) {
  const messages = useFindingMessages()
  const announce = useAnnounce()
  const [place, setPlace] = useState({ filter, at: -1 })
  const at = place.filter === filter ? place.at : -1

  function goTo(index: number) {
    setPlace({ filter, at: index })
    announce(messages.matchOf(index + 1, total))
  }

  async function loadUpTo(next: number) {
    const { data } = await fetchNextPage()
    const loaded = data?.pages.reduce((sum, page) => sum + page.matches.length, 0) ?? 0
    if (next < loaded) goTo(next)
  }

  const step: Step = (by) => {
    const next = at + by
    if (next < 0 || next >= total || isPlaceholderData) return
    if (next < matches.length) goTo(next)
    else if (!isFetchingNextPage) void loadUpTo(next)
  }

  return { at, step, goTo }
}
