import { useEffect, useId, useRef } from 'react'
import dialogs from '../ui/finding/settings/HelpDialog.module.css'
import controls from '../ui/parts/controls.module.css'
import { DESK_KEYS } from './deskKeys.ts'
import type { DeskWords } from './messages/englishDesk.ts'

/** What each key does. */
export function KeysDialog({ words, onClose }: { words: DeskWords; onClose: () => void }) {
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])
  return (
    <dialog ref={dialog} className={dialogs.dialog} aria-labelledby={titleId} onClose={onClose}>
      <header className={dialogs.header}>
        <h2 id={titleId}>{words.keys}</h2>
        <button type="button" className={controls.button} onClick={() => dialog.current?.close()}>
          {words.close}
        </button>
      </header>
      <p>{words.keysExplained}</p>
      <dl className={dialogs.keys}>
        {DESK_KEYS.map(({ key, does }) => (
          <div key={key}>
            <dt>
              <kbd className={dialogs.key}>{key}</kbd>
            </dt>
            <dd>{words.keyActions[does]}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  )
}
