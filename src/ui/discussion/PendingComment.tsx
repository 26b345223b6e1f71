import { useRef } from 'react'
import { useAmbient, useMessages } from '../ambient.tsx'
import { ReturnedNotice } from '../composer/ReturnedNotice.tsx'
import { useWritingMessages } from '../messages/useWritingMessages.ts'
import type { Entry } from '../outbox/entry.ts'
import { queued } from '../outbox/outbox.ts'
import { Avatar } from '../parts/Avatar.tsx'
import controls from '../parts/controls.module.css'
import { CommentBody } from './CommentBody.tsx'
import styles from './CommentItem.module.css'

/** What was sent, and how far it came. */
export function PendingComment({ entry }: { entry: Entry }) {
  const { outbox } = useAmbient()
  const words = useWritingMessages()
  const { key, body, format, state } = entry
  const status = useStatus(entry)
  const place = useRef<HTMLElement>(null)
  return (
    <>
      <header ref={place} className={styles.header}>
        <Avatar name={entry.name} />
        <bdi className={`${styles.who} ${styles.name}`}>{entry.name}</bdi>
        {status !== null && <span className={styles.passing}>{status}</span>}
      </header>
      <div className={styles.content}>
        <CommentBody comment={{ body, format, status: 'published' }} />
        {state.step === 'held' && <p className={styles.held}>{words.heldFor(state.comment.heldFor)}</p>}
        <ReturnedNotice
          entry={entry}
          isAsSent
          onTryAgain={() => {
            place.current?.closest('article')?.focus()
            outbox.change(key, { state: queued, failures: 0 })
          }}
        />
        <PendingActions entry={entry} />
      </div>
    </>
  )
}

/** `null` where a notice says it. */
function useStatus({ state }: Entry): string | null {
  const messages = useMessages()
  const words = useWritingMessages()
  switch (state.step) {
    case 'queued':
    case 'sending':
    case 'posted':
      return messages.sending
    case 'checking':
      return words.checking
    case 'waiting-for-network':
      return words.waitingForNetwork
    case 'held':
      return words.held
    case 'stalled':
    case 'refused':
    case 'overtaken':
    case 'taken-back':
      return null
  }
}

/** What its writer can do with it while it waits, is held, or was refused. What was written in its composer since stays there too. */
function PendingActions({ entry }: { entry: Entry }) {
  const { outbox } = useAmbient()
  const words = useWritingMessages()
  const { key, state } = entry

  switch (state.step) {
    case 'waiting-for-network':
    case 'stalled':
    case 'refused':
    case 'overtaken':
      return (
        <footer className={styles.actions}>
          <button
            type="button"
            className={controls.quiet}
            onClick={() => outbox.change(key, { state: { step: 'taken-back' } })}
          >
            {words.takeBack}
          </button>
        </footer>
      )
    default:
      return null
  }
}
