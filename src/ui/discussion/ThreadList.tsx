import { useState, type ReactElement, type RefObject } from 'react'
import type { Order } from '../../domain/order.ts'
import { Boundary } from '../parts/Boundary.tsx'
import { isFramed } from '../parts/isFramed.ts'
import { lazyPart } from '../parts/lazyPart.tsx'
import { byItems, STEPWISE } from './cutter.ts'
import { MoreThreads } from './MoreThreads.tsx'
import { PendingItem } from './PendingItem.tsx'
import { ThreadItems, ThreadPage } from './ThreadPage.tsx'
import { countNews } from './threadNodes.ts'
import type { ThreadView } from './threadView.ts'
import { usePermalink } from './usePermalink.ts'
import { useProgressive } from './useProgressive.ts'
import type { Threads } from './useThreads.ts'
import styles from './ThreadPage.module.css'

/**
 * Batches of the first page that are drawn at once, as they are seen at once; more than those hold up the first comment. In a frame all of
 * them are, as it is as high as what stands in it, of which an estimate would change under the reader.
 */
const FIRST_BATCHES = 2
const AT_FIRST = byItems(2)

const NewsButton = lazyPart(async () => (await import('./NewsButton.tsx')).NewsButton)

/**
 * What is told of threads that came, the threads of each page, numbered as they stand, and the way to more. What came since
 * stands first, and so does what is on its way; or last, where all threads are here, oldest first. What the address leads to and
 * is not among them stands before all. Apart from the rest of the discussion, of which nothing is drawn anew as pages are drawn, step by step.
 */
export function ThreadList({
  threads,
  view,
  list,
  order,
}: {
  threads: Threads
  view: ThreadView
  /** Where they are drawn. */
  list: RefObject<HTMLDivElement | null>
  /** In which order they are to be, soon. */
  order: Order
}) {
  const { nodes, news, missed, laterStandsLast } = threads
  const { pages, pinned, cameLater, pending } = nodes
  const permalink = usePermalink(pinned.length > 0)
  // Those that are here at first, also where the discussion is shown again, are drawn at once.
  const [firstPages] = useState(pages.length)
  const nameOf = (index: number) => `${threads.order} ${index}`
  const cutPages = pages.map((page, index) =>
    view.cut(page, nameOf(index), index < firstPages ? AT_FIRST : STEPWISE),
  )
  const total = cutPages.reduce((sum, { length }) => sum + length, 0)
  const { drawn, isWhole } = useProgressive(total, {
    isBeginning: pages.length === 1,
    steps: view.steps,
  })
  const recent = laterStandsLast ? cameLater.toReversed() : cameLater
  let start = 1 + (laterStandsLast ? 0 : recent.length + pending.length)
  let left = drawn
  const batches: ReactElement[] = []
  for (const [index, cutPage] of cutPages.entries()) {
    batches.push(
      <ThreadPage
        key={index}
        name={nameOf(index)}
        batches={cutPage}
        start={start}
        drawn={Math.max(0, Math.min(left, cutPage.length))}
        drawnAtOnce={index > 0 ? 0 : isFramed() ? Infinity : FIRST_BATCHES}
        isStepwise={index >= firstPages}
        view={view}
      />,
    )
    start += pages[index]?.length ?? 0
    left -= cutPage.length
  }
  const sent = pending.map((each) => <PendingItem key={each.key} entry={each} answeredName={null} />)
  // With its key among the batches, so that it stays with what is written in it when it stands elsewhere.
  const recentThreads = recent.length + sent.length > 0 && (
    <ol key="recent" start={laterStandsLast ? start : 1} className={styles.threads}>
      {!laterStandsLast && sent.toReversed()}
      <ThreadItems nodes={recent} start={laterStandsLast ? start : 1 + sent.length} view={view} />
      {laterStandsLast && sent}
    </ol>
  )
  return (
    <>
      <div ref={list}>
        {(missed !== null || countNews(news) > 0) && (
          <NewsButton discussionId={view.discussion.id} order={order} threads={threads} view={view} />
        )}
        {permalink && (
          <Boundary renderFailed={() => null}>
            <permalink.Permalink leading={permalink.leading} threads={threads} view={view} />
          </Boundary>
        )}
        {laterStandsLast ? [...batches, recentThreads] : [recentThreads, ...batches]}
      </div>
      <MoreThreads order={order} drawnPages={isWhole ? pages.length : null} pinned={pinned} view={view} />
    </>
  )
}
