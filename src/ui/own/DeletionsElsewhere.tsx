import { useRef, useState } from 'react'
import type { CommentId } from '../../domain/ids.ts'
import { useMessages } from '../ambient.tsx'
import { composerIds } from '../composer/composerIds.ts'
import type { ThreadView } from '../discussion/threadView.ts'
import { useWritingMessages } from '../messages/useWritingMessages.ts'
import controls from '../parts/controls.module.css'
import { hasFocus } from '../parts/focusWhenThere.ts'
import { ProblemNotice } from '../parts/ProblemNotice.tsx'
import { useDeletion } from './useDeletion.ts'

/** Deletions that were begun in a page that was left, of comments that are not shown in this one: they are carried out all the same. */
export function DeletionsElsewhere({ ids, view }: { ids: readonly CommentId[]; view: ThreadView }) {
  return ids.map((id) => <DeletionElsewhere key={id} id={id} view={view} />)
}

/** Nothing is seen of one that succeeds. */
function DeletionElsewhere({ id, view }: { id: CommentId; view: ThreadView }) {
  const messages = useMessages()
  const words = useWritingMessages()
  const [isEnded, setEnded] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const { problem, isCarriedOut, end, tryAgain } = useDeletion(id, view, { onDone: leave })

  /** Focus is not to go with what it is on. */
  function leave() {
    const to = view.discussion.closed ? 'discussion' : composerIds('new').text
    if (hasFocus(place.current)) view.requestFocus({ to, from: [place.current] })
    setEnded(true)
  }

  if (problem === null || isEnded) return null
  return (
    <div ref={place}>
      <ProblemNotice text={words.commentNotDeleted(messages.explain(problem))} onTryAgain={tryAgain}>
        {!isCarriedOut && (
          <button type="button" className={controls.quiet} onClick={() => (end(), leave())}>
            {words.keepComment}
          </button>
        )}
      </ProblemNotice>
    </div>
  )
}
