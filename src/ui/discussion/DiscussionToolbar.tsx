import { useEffect, useRef } from 'react'
import type { Problem } from '../../api/problem.ts'
import { ORDERS, type Order } from '../../domain/order.ts'
import { useMessages } from '../ambient.tsx'
import { useAnnounce } from '../parts/Announcer.tsx'
import controls from '../parts/controls.module.css'
import { ProblemNotice } from '../parts/ProblemNotice.tsx'
import type { ThreadView } from './threadView.ts'
import type { Threads } from './useThreads.ts'
import styles from './DiscussionView.module.css'

/** The order that is wanted, and why it cannot be shown where it failed. */
export type Ordering = {
  wantedOrder: Order
  problem: Problem | null
  onOrder: (order: Order) => void
  onTryAgain: () => void
}

/** What is done to all threads at once: their order, and folding. */
export function DiscussionToolbar({
  threads,
  view: { folds },
  order,
  ordering: { wantedOrder, problem, onOrder, onTryAgain },
}: {
  threads: Threads
  view: ThreadView
  /** The one that is shown. */
  order: Order
  ordering: Ordering
}) {
  const messages = useMessages()
  const announce = useAnnounce()
  const select = useRef<HTMLSelectElement>(null)
  const { pages, cameLater } = threads.nodes
  const foldable = [...cameLater, ...pages.flat()].flatMap(({ comment }) =>
    comment.replyCount > 0 ? [comment.id] : [],
  )

  useAnnouncedOrder(threads.order)

  function collapseAll() {
    folds.change((ids) => foldable.forEach((id) => ids.add(id)))
    announce(messages.allCollapsed)
  }

  function expandAll() {
    folds.change((ids) => ids.clear())
    announce(messages.allExpanded)
  }

  function tryAgain() {
    select.current?.focus()
    onTryAgain()
  }

  return (
    <>
      <div className={styles.toolbar} data-scripted>
        <label className={styles.order}>
          {messages.sortBy}
          <select
            ref={select}
            className={controls.select}
            autoComplete="off"
            value={wantedOrder}
            onChange={(event) => onOrder(ORDERS.find((each) => each === event.target.value) ?? order)}
          >
            {ORDERS.map((each) => (
              <option key={each} value={each}>
                {messages.orders[each]}
              </option>
            ))}
          </select>
          {order !== wantedOrder && !problem && messages.loadingMore}
        </label>
        {foldable.length > 0 && (
          <span className={styles.folding}>
            <button type="button" className={controls.quiet} onClick={collapseAll}>
              {messages.collapseAll}
            </button>
            <button type="button" className={controls.quiet} onClick={expandAll}>
              {messages.expandAll}
            </button>
          </span>
        )}
        <search className={styles.finding}>
          <input
            type="search"
            className={controls.field}
            aria-label={messages.search}
            placeholder={messages.search}
            autoComplete="off"
            enterKeyHint="search"
          />
          <span data-slot="tools" />
        </search>
      </div>
      {problem && (
        <ProblemNotice text={messages.orderFailed(messages.explain(problem))} onTryAgain={tryAgain} />
      )}
    </>
  )
}

function useAnnouncedOrder(order: Order) {
  const messages = useMessages()
  const announce = useAnnounce()
  const announced = useRef(order)
  useEffect(() => {
    if (announced.current === order) return
    announced.current = order
    announce(messages.sorted(messages.orders[order]))
  }, [announce, messages, order])
}
