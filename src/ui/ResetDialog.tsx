import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useId, useRef } from 'react'
import { problemOf } from '../api/problem.ts'
import { useMessages } from './ambient.tsx'
import { useAnnounce } from './parts/Announcer.tsx'
import controls from './parts/controls.module.css'
import { ProblemNotice } from './parts/ProblemNotice.tsx'
import { useWritingMessages } from './messages/useWritingMessages.ts'
import styles from './ResetDialog.module.css'

/** Asks before everything that was posted in this browser is removed. `onClose` is called when it is answered. */
export function ResetDialog({ onReset, onClose }: { onReset: () => Promise<void>; onClose: () => void }) {
  const messages = useMessages()
  const words = useWritingMessages()
  const announce = useAnnounce()
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const queryClient = useQueryClient()
  const { mutate, error, isPending } = useMutation({
    mutationFn: onReset,
    async onSuccess() {
      onClose()
      await queryClient.resetQueries()
      announce(words.resetDone)
    },
  })
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby={titleId} onClose={onClose}>
      <h2 id={titleId}>{words.resetQuestion}</h2>
      <p>{words.resetExplained}</p>
      {error && (
        <ProblemNotice
          text={words.resetFailed(messages.explain(problemOf(error)))}
          onTryAgain={() => mutate()}
        />
      )}
      <div className={styles.actions}>
        <button type="button" className={controls.button} onClick={onClose}>
          {words.resetDecline}
        </button>
        <button type="button" className={controls.danger} aria-disabled={isPending} onClick={() => mutate()}>
          {words.resetConfirm}
        </button>
      </div>
    </dialog>
  )
}
