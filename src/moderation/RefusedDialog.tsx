import { useEffect, useId, useRef } from 'react'
import dialogs from '../ui/finding/settings/HelpDialog.module.css'
import controls from '../ui/parts/controls.module.css'
import type { DeskWords } from './messages/englishDesk.ts'
import { SignIn } from './SignIn.tsx'

/** Asks for the token again, over what is shown: all of that stays as it is. */
export function RefusedDialog({
  words,
  onSignIn,
  onClose,
}: {
  words: DeskWords
  onSignIn: (token: string) => Promise<void>
  onClose: (isSignedIn: boolean) => void
}) {
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const isSignedIn = useRef(false)
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
    dialog.current?.querySelector('input')?.focus()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={dialogs.dialog}
      aria-labelledby={titleId}
      onClose={() => onClose(isSignedIn.current)}
    >
      <header className={dialogs.header}>
        <h2 id={titleId}>{words.signIn}</h2>
        <button type="button" className={controls.button} onClick={() => dialog.current?.close()}>
          {words.close}
        </button>
      </header>
      <SignIn
        words={words}
        told={words.tokenRefused}
        onSignIn={async (token) => {
          await onSignIn(token)
          isSignedIn.current = true
          // While it is still there, it gives focus back to where that was.
          dialog.current?.close()
        }}
      />
    </dialog>
  )
}
