import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useId, useRef } from 'react'
import { problemOf } from '../api/problem.ts'
import { useMessages } from './ambient.tsx'
import { useAnnounce } from './parts/Announcer.tsx'
import controls from './parts/controls.module.css'
import { ProblemNotice } from './parts/ProblemNotice.tsx'
import styles from './ResetDialog.module.css'

/** Asks before everything that was posted in this browser is removed. `onClose` is called when it is answered. */
export function ResetDialog({ onReset, onClose }: { onReset: () => Promise<void>; onClose: () => void }) {
  const messages = useMessages()
  const announce = useAnnounce()
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const queryClient = useQueryClient()
  const { mutate, error, isPending } = useMutation({
    mutationFn: onReset,
    async onSuccess() {
      onClose()
      await queryClient.resetQueries()
      announce(messages.resetDone)
    },
  })
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={titleId} onClose={onClose}>
      <h2 id={titleId}>{messages.resetQuestion}</h2>
      <p>{messages.resetExplained}</p>
      {error && (
        <ProblemNotice
          text={messages.resetFailed(messages.explain(problemOf(error)))}
          onTryAgain={() => mutate()}
        />
      )}
      <div className={styles.actions}>
        <button type="button" className={controls.button} onClick={onClose}>
          {messages.resetDecline}
        </button>
        <button type="button" className={controls.danger} aria-disabled={isPending} onClick={() => mutate()}>
          {messages.resetConfirm}
        </button>
      </div>
    </dialog>
  )
}
