import { useRef } from 'react'
import { useMessages } from '../ui/ambient.tsx'
import controls from '../ui/parts/controls.module.css'
import { ProblemNotice } from '../ui/parts/ProblemNotice.tsx'
import { useDesk } from './useDesk.ts'
import { isOvertaken } from './isOvertaken.ts'
import type { UndoLast } from './useUndoLast.ts'
import styles from './Desk.module.css'

/** What was done last, with the way back. It is always there, so that nothing moves when it has something to say. */
export function StatusLine({ undoing, onKeys }: { undoing: UndoLast; onKeys: () => void }) {
  const { words, said, done } = useDesk()
  const messages = useMessages()
  const undoButton = useRef<HTMLButtonElement>(null)
  const { problem } = undoing

  function undoAgain() {
    // The notice goes.
    undoButton.current?.focus()
    undoing.undo()
  }

  return (
    <>
      <div className={styles.status}>
        <p>{said ? said(words) : words.nothingDone}</p>
        <button
          ref={undoButton}
          type="button"
          className={controls.quiet}
          aria-disabled={done.length === 0 || undoing.isPending}
          onClick={undoing.undo}
        >
          {undoing.isPending ? words.undoing : words.undo}
        </button>
        <button type="button" className={controls.quiet} aria-haspopup="dialog" onClick={onKeys}>
          {words.keys}
        </button>
      </div>
      {problem && (
        <ProblemNotice
          text={words.notUndone(isOvertaken(problem) ? words.undoOvertaken : messages.explain(problem))}
          onTryAgain={isOvertaken(problem) ? undefined : undoAgain}
        />
      )}
    </>
  )
}
