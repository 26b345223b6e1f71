import { useEffect, useRef } from 'react'
import { problemOf } from '../../../api/problem.ts'
import type { Match } from '../../../api/finding.ts'
import type { ThreadView } from '../../discussion/threadView.ts'
import { useFindingMessages } from '../../messages/useFindingMessages.ts'
import { MoreButton } from '../../parts/MoreButton.tsx'
import { MatchItem } from './MatchItem.tsx'
import styles from './SearchResults.module.css'

type Found = {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  isFetchNextPageError: boolean
  error: Error | null
  fetchNextPage: () => Promise<{ data?: { pages: { matches: Match[] }[] } | undefined }>
}

/** The matches, of which the one at `at` is looked at; it is brought into view within the list, and nothing else is moved. */
export function MatchList({
  matches,
  at,
  found,
  view,
  onFollow,
}: {
  matches: readonly Match[]
  at: number
  found: Found
  view: ThreadView
  onFollow: (id: string, index: number) => void
}) {
  const messages = useFindingMessages()
  const list = useRef<HTMLDivElement>(null)
  const currentId = matches[at]?.comment.id
  useEffect(() => {
    const item = list.current?.querySelector('[aria-current]')
    if (list.current && item && currentId !== undefined) scrollWithin(list.current, item)
  }, [currentId])

  async function more(from: Element | null) {
    const before = matches.length
    const { data } = await found.fetchNextPage()
    const next = data?.pages.flatMap((page) => page.matches)[before]
    if (next) view.requestFocus({ to: `match-${next.comment.id}`, from: [from] })
  }

  return (
    <div ref={list} className={styles.list}>
      <ol className={styles.matches}>
        {matches.map((match, index) => (
          <MatchItem
            key={match.comment.id}
            match={match}
            isCurrent={index === at}
            onFollow={() => onFollow(match.comment.id, index)}
          />
        ))}
      </ol>
      {found.hasNextPage && (
        <MoreButton
          label={messages.showMoreMatches}
          isLoading={found.isFetchingNextPage}
          problem={found.isFetchNextPageError ? problemOf(found.error) : null}
          onMore={(from) => void more(from)}
        />
      )}
    </div>
  )
}

/** As `scrollIntoView` does it, but for what the list itself stands in. */
function scrollWithin(list: Element, item: Element): void {
  const [outer, inner] = [list.getBoundingClientRect(), item.getBoundingClientRect()]
  if (inner.top < outer.top) list.scrollTop -= outer.top - inner.top
  else if (inner.bottom > outer.bottom) {
    list.scrollTop += Math.min(inner.bottom - outer.bottom, inner.top - outer.top)
  }
}
