import { useMutation } from '@tanstack/react-query'
import { problemOf } from '../api/problem.ts'
import { EXCERPT_LENGTH, type LogEntry } from '../domain/moderation.ts'
import { codePoints } from '../domain/writing.ts'
import { useMessages } from '../ui/ambient.tsx'
import controls from '../ui/parts/controls.module.css'
import { focusWhenThere } from '../ui/parts/focusWhenThere.ts'
import { ProblemNotice } from '../ui/parts/ProblemNotice.tsx'
import { useDesk } from './useDesk.ts'
import { entryElementId } from './elementIds.ts'
import { isOvertaken } from './isOvertaken.ts'
import { Moment } from './Moment.tsx'
import { titleOf } from './titleOf.ts'
import styles from './Desk.module.css'

/** Who did what, when and why, and to what; with the way back where there is one. */
export function LogItem({ entry, mayUndo }: { entry: LogEntry; mayUndo: boolean }) {
  const { calls, words, revert, forget } = useDesk()
  const messages = useMessages()
  const id = entryElementId(entry.id)
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => calls.undoEntry({ entryId: entry.id }),
    onSuccess(answer) {
      // The button goes.
      focusWhenThere(document, { to: id, from: [document.getElementById(id)] })
      revert(entry.id, answer)
    },
    onError(failure) {
      if (isOvertaken(problemOf(failure))) forget(entry.id)
    },
  })

  function undoAgain() {
    // The notice goes.
    document.getElementById(id)?.focus({ preventScroll: true })
    mutate()
  }

  const problem = error && problemOf(error)
  const said = saidIn(entry)
  const done = words.logged[entry.action](entry.moderator)
  return (
    <li>
      <article id={id} tabIndex={-1} className={styles.entry} aria-label={done}>
        <p className={styles.deed}>
          <strong>{done}</strong> <Moment instant={entry.at} />
          {entry.undoneBy !== null && <span className={styles.mark}>{words.wasUndone}</span>}
        </p>
        <blockquote className={styles.excerpt}>
          {said === '' ? <p>{words.erased}</p> : <p dir="auto">{said}</p>}
        </blockquote>
        {entry.reason !== null && <p dir="auto">{words.forReason(entry.reason)}</p>}
        {mayUndo && (
          <button
            type="button"
            className={controls.quiet}
            aria-disabled={isPending}
            onClick={() => !isPending && mutate()}
          >
            {isPending ? words.undoing : words.undo}
          </button>
        )}
        {problem && (
          <ProblemNotice
            text={words.notUndone(isOvertaken(problem) ? words.undoOvertaken : messages.explain(problem))}
            onTryAgain={isOvertaken(problem) ? undefined : undoAgain}
          />
        )}
      </article>
    </li>
  )
}

/** How the comment began, or what the discussion is called; empty once its writer has erased the comment. */
function saidIn({ discussionId, commentId, excerpt }: LogEntry): string {
  const text = whole(excerpt)
  return commentId === null ? titleOf({ id: discussionId, title: text }) : text
}

/** As text alone; what may go on says so. */
function whole(excerpt: string): string {
  return codePoints(excerpt) < EXCERPT_LENGTH ? excerpt : `${excerpt}…`
}
