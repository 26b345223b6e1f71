import { useRef } from 'react'
import { REASON_LIMIT } from '../domain/moderation.ts'
import { useMessages } from '../ui/ambient.tsx'
import { charactersLeft } from '../ui/composer/charactersLeft.ts'
import { faultText } from '../ui/composer/faultText.ts'
import { Field, goToFault } from '../ui/composer/Field.tsx'
import { useCountdown } from '../ui/composer/useCountdown.ts'
import { useAnnounce } from '../ui/parts/Announcer.tsx'
import controls from '../ui/parts/controls.module.css'
import { labelName } from '../ui/parts/names.ts'
import { useDesk } from './useDesk.ts'
import type { Reason } from './useReason.ts'
import styles from './WaitingItem.module.css'

/** How many code points before the limit the counter shows. */
const COUNTER_FROM = 100

/** Why a comment is rejected, sent with Ctrl+Enter too. Closed, by Escape too, it keeps its text. */
export function RejectForm({
  name,
  reason,
  isBusy,
  onReject,
  onClose,
}: {
  /** Whose comment it is. */
  name: string
  reason: Reason
  isBusy: boolean
  onReject: () => void
  onClose: () => void
}) {
  const { words } = useDesk()
  const messages = useMessages()
  const announce = useAnnounce()
  const form = useRef<HTMLFormElement>(null)
  const left = charactersLeft(reason.text, REASON_LIMIT)
  useCountdown(left, COUNTER_FROM)
  const fault = reason.isFaultTold || left < 0 ? reason.fault : null

  function reject() {
    if (isBusy) return
    onReject()
    if (reason.fault !== null) goToFault(form.current, announce)
  }

  return (
    <form
      ref={form}
      className={styles.reject}
      aria-label={words.rejecting(labelName(name, messages))}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        reject()
      }}
    >
      <Field
        id={reason.fieldId}
        label={words.reason}
        fault={fault && faultText(fault, words.reasonFaults)}
        note={left <= COUNTER_FROM ? messages.charactersLeft(left) : words.reasonNote}
      >
        {(attributes) => (
          <textarea
            {...attributes}
            className={controls.field}
            rows={2}
            required
            autoComplete="off"
            value={reason.text}
            onChange={({ target }) => reason.change(target.value)}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return
              if (event.key === 'Escape') onClose()
              if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
              event.preventDefault()
              reject()
            }}
          />
        )}
      </Field>
      <div className={styles.actions}>
        <button type="submit" className={controls.danger} aria-disabled={isBusy}>
          {words.rejectForThis}
        </button>
        <button type="button" className={controls.quiet} onClick={onClose}>
          {messages.cancel}
        </button>
      </div>
    </form>
  )
}
