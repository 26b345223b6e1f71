import { useMutation } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { problemOf } from '../../api/problem.ts'
import type { Comment } from '../../domain/comment.ts'
import { randomId, type CommentId, type IdempotencyKey } from '../../domain/ids.ts'
import { REPORT_REASONS, WORDS_LIMIT, wordsFault } from '../../domain/report.ts'
import { normaliseBody } from '../../domain/writing.ts'
import { useAmbient } from '../ambient.tsx'
import { charactersLeft } from '../composer/charactersLeft.ts'
import { faultText } from '../composer/faultText.ts'
import { Field, goToFault } from '../composer/Field.tsx'
import { useCountdown } from '../composer/useCountdown.ts'
import { useFocusKept } from '../composer/useFocusKept.ts'
import type { ThreadView } from '../discussion/threadView.ts'
import { useAnnounce } from '../parts/Announcer.tsx'
import controls from '../parts/controls.module.css'
import type { DeviceStorage } from '../parts/deviceStorage.ts'
import { labelName } from '../parts/names.ts'
import { ProblemNotice } from '../parts/ProblemNotice.tsx'
import { useStored } from '../parts/useStored.ts'
import { useWritingMessages } from '../messages/useWritingMessages.ts'
import styles from './own.module.css'

/** Words show how many are left from so many before the limit, in code points. */
const COUNTER_FROM = 200

/** Where a reader reports a comment, once; afterwards it says that the report was received. What was written is kept until then. */
export function ReportForm({
  comment,
  view,
  onClose,
}: {
  comment: Comment
  view: ThreadView
  onClose: () => void
}) {
  const { api, device, messages } = useAmbient()
  const words = useWritingMessages()
  const announce = useAnnounce()
  const id = useId()
  const select = useRef<HTMLSelectElement>(null)
  const sendButton = useRef<HTMLButtonElement>(null)
  useEffect(() => select.current?.focus(), [])
  useFocusKept(
    () => select.current?.form,
    () => sendButton.current?.focus(),
  )
  const stay = () => view.requestFocus({ to: `comment-${comment.id}`, from: [select.current?.form ?? null] })
  const [receivedAt, keepReceipt] = useStored(device, `reported:${comment.id}`)
  const [said, keepSaid] = useStored(device, `report:${comment.id}`)
  const [reason, setReason] = useState<(typeof REPORT_REASONS)[number]>(REPORT_REASONS[0])
  const fault = wordsFault(said ?? '')
  const left = charactersLeft(said ?? '', WORDS_LIMIT)
  useCountdown(left, COUNTER_FROM)
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      api.reportComment({
        discussionId: comment.discussionId,
        commentId: comment.id,
        idempotencyKey: keyOf(device, comment.id),
        reason,
        words: normaliseBody(said ?? ''),
      }),
    onSuccess(receipt) {
      stay()
      keepReceipt(receipt.receivedAt)
      keepSaid(null)
      announce(words.reportReceived)
    },
  })
  if (receivedAt !== null) return <p className={styles.notice}>{words.reportReceived}</p>

  function send() {
    if (fault !== null) goToFault(select.current?.form ?? null, announce)
    else if (!isPending) mutate()
  }

  return (
    <form
      className={styles.report}
      aria-label={words.reportOf(labelName(comment.author.name, messages))}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <label className={styles.reason}>
        {words.reportReason}
        <select
          ref={select}
          className={controls.select}
          value={reason}
          onChange={(event) =>
            setReason(REPORT_REASONS.find((each) => each === event.target.value) ?? reason)
          }
        >
          {REPORT_REASONS.map((each) => (
            <option key={each} value={each}>
              {words.reportReasons[each]}
            </option>
          ))}
        </select>
      </label>
      <Field
        id={id}
        label={words.reportWords}
        fault={fault && faultText(fault, messages.bodyFaults)}
        note={left <= COUNTER_FROM ? messages.charactersLeft(left) : null}
      >
        {(attributes) => (
          <textarea
            {...attributes}
            className={controls.field}
            rows={2}
            value={said ?? ''}
            onChange={(event) => keepSaid(event.target.value === '' ? null : event.target.value)}
          />
        )}
      </Field>
      {error && (
        <ProblemNotice text={words.notReported(messages.explain(problemOf(error)))} onTryAgain={send} />
      )}
      <div className={styles.row}>
        <button ref={sendButton} type="submit" className={controls.button} aria-disabled={isPending}>
          {words.sendReport}
        </button>
        <button type="button" className={controls.quiet} onClick={() => (stay(), onClose())}>
          {messages.cancel}
        </button>
      </div>
    </form>
  )
}

/** The same for every report of this comment from this device, so that it is counted once. */
function keyOf(device: DeviceStorage, id: CommentId): IdempotencyKey {
  const reader = device.read('reader') ?? randomId<IdempotencyKey>()
  device.write('reader', reader)
  return `${reader}-${id}`.slice(0, 128) as IdempotencyKey
}
