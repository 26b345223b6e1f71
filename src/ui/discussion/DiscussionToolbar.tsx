import { ORDERS, type Order } from '../../domain/order.ts'
import { useMessages } from '../ambient.tsx'
import { useAnnounce } from '../parts/Announcer.tsx'
import controls from '../parts/controls.module.css'
import type { ThreadView } from './threadView.ts'
import styles from './DiscussionView.module.css'

/** What is done to all threads at once: their order, and folding. */
export function DiscussionToolbar({
  view: { folds, siblings },
  order,
  onOrder,
}: {
  view: ThreadView
  order: Order
  onOrder: (order: Order) => void
}) {
  const messages = useMessages()
  const announce = useAnnounce()
  const foldable = (siblings.get(null) ?? []).filter((thread) => thread.replyCount > 0)

  function collapseAll() {
    folds.change((ids) => foldable.forEach(({ id }) => ids.add(id)))
    announce(messages.allCollapsed)
  }

  function expandAll() {
    folds.change((ids) => ids.clear())
    announce(messages.allExpanded)
  }

  return (
    <div className={styles.toolbar}>
      <label className={styles.order}>
        {messages.sortBy}
        <select
          className={controls.select}
          value={order}
          onChange={(event) => onOrder(ORDERS.find((each) => each === event.target.value) ?? order)}
        >
          {ORDERS.map((each) => (
            <option key={each} value={each}>
              {messages.orders[each]}
            </option>
          ))}
        </select>
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
    </div>
  )
}
