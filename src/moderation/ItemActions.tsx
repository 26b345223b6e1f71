import { useRef } from 'react'
import type { WaitingComment } from '../api/moderating.ts'
import { useMessages } from '../ui/ambient.tsx'
import controls from '../ui/parts/controls.module.css'
import { focusWhenThere } from '../ui/parts/focusWhenThere.ts'
import { ProblemNotice } from '../ui/parts/ProblemNotice.tsx'
import { useDesk } from './useDesk.ts'
import { elementIdOf } from './elementIds.ts'
import { keyOf } from './queueCache.ts'
import { RejectForm } from './RejectForm.tsx'
import { useClosing } from './useClosing.ts'
import { useDeciding } from './useDeciding.ts'
import { useReason } from './useReason.ts'
import styles from './WaitingItem.module.css'

/** What can be done with a comment, and what came of it where that failed. */
export function ItemActions({ item }: { item: WaitingComment }) {
  const { words } = useDesk()
  const messages = useMessages()
  const rejectButton = useRef<HTMLButtonElement>(null)
  const reason = useReason(item)
  const deciding = useDeciding(item, reason)
  const closing = useClosing(item)
  const { closed } = item.discussion
  const isBusy = deciding.isPending || closing.isPending

  function openReason() {
    if (isBusy) return
    reason.setOpen(true)
    focusWhenThere(document, { to: reason.fieldId, from: 'anywhere' })
  }

  function closeReason() {
    rejectButton.current?.focus()
    reason.setOpen(false)
  }

  /** From where the keys work: the notice goes. */
  function again(act: () => void) {
    document.getElementById(elementIdOf(keyOf(item)))?.focus({ preventScroll: true })
    act()
  }

  const { problem } = deciding
  const { tryAgain } = problem ?? {}
  return (
    <>
      {closed && <p className={styles.closed}>{words.discussionClosed}</p>}
      <div className={styles.actions}>
        <button
          type="button"
          data-act="approve"
          className={controls.primary}
          aria-disabled={isBusy}
          onClick={() => deciding.decide('approve')}
        >
          {words.approve}
        </button>
        <button
          ref={rejectButton}
          type="button"
          data-act="reject"
          className={controls.button}
          aria-expanded={reason.isOpen}
          aria-disabled={isBusy}
          onClick={openReason}
        >
          {words.reject}
          {!reason.isOpen && reason.text !== '' && <span className={styles.draft}>{messages.draft}</span>}
        </button>
        <button
          type="button"
          data-act="delete"
          className={controls.danger}
          aria-disabled={isBusy}
          onClick={() => deciding.decide('delete')}
        >
          {words.delete}
        </button>
        <button
          type="button"
          className={controls.quiet}
          aria-disabled={isBusy}
          onClick={() => closing.turn(!closed)}
        >
          {closed ? words.reopenDiscussion : words.closeDiscussion}
        </button>
        {isBusy && <span className={styles.busy}>{words.deciding}</span>}
      </div>
      {reason.isOpen && (
        <RejectForm
          name={item.comment.author.name}
          reason={reason}
          isBusy={isBusy}
          onReject={() => deciding.decide('reject')}
          onClose={closeReason}
        />
      )}
      {problem && <ProblemNotice text={problem.text} onTryAgain={tryAgain && (() => again(tryAgain))} />}
      {closing.problem && (
        <ProblemNotice
          text={words.notDecided(messages.explain(closing.problem))}
          onTryAgain={() => again(() => closing.turn(!closed))}
        />
      )}
    </>
  )
}
