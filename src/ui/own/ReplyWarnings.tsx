import { useEffect } from 'react'
import type { Comment } from '../../domain/comment.ts'
import { useAmbient } from '../ambient.tsx'
import { cleared, draftName, emptyDraft, isBare, type Draft } from '../drafts/draft.ts'
import { withItsOwn } from '../drafts/keysAskedAfter.ts'
import { bothReturned } from '../drafts/returned.ts'
import { joinTexts } from '../markdown/joinTexts.ts'
import { useAnnounce } from '../parts/Announcer.tsx'
import type { FocusMove } from '../parts/focusWhenThere.ts'
import { composerIds } from '../composer/composerIds.ts'
import controls from '../parts/controls.module.css'
import { labelName } from '../parts/names.ts'
import { ProblemNotice } from '../parts/ProblemNotice.tsx'
import { useWritingMessages } from '../messages/useWritingMessages.ts'
import styles from './own.module.css'

/** What became of a comment since somebody began to answer it, and the way out where it cannot be answered any more. */
export function ReplyWarnings({
  answered,
  draft,
  onMoved,
  requestFocus,
}: {
  answered: Comment
  draft: Draft
  onMoved: () => void
  requestFocus: (move: FocusMove) => void
}) {
  const { drafts, outbox, messages } = useAmbient()
  const words = useWritingMessages()
  const announce = useAnnounce()
  const { id, discussionId, status, author } = answered
  const edited = status === 'published' ? words.answeredEdited(labelName(author.name, messages)) : null

  useEffect(() => {
    if (edited !== null) announce(edited)
  }, [announce, edited])

  /** To the composer of new comments, after what is written there. */
  function move(button: Element | null) {
    const name = draftName(discussionId, 'new', 'new')
    const there = drafts.read(name) ?? emptyDraft(null)
    const { body, format } = isBare(there) ? draft : joinTexts(there, draft)
    const returned = bothReturned(there.returned, withItsOwn(draft.returned, outbox))
    const others = [...new Set([...there.others, ...draft.others])]
    drafts.write(name, { ...there, body, format, returned, others, caret: null })
    drafts.write(draftName(discussionId, id, 'reply'), { ...draft, ...cleared(draft), others: [] })
    onMoved()
    requestFocus({ to: composerIds('new').text, from: [button, composerIds(id).form] })
  }

  if (edited !== null) return <p className={styles.notice}>{edited}</p>
  return (
    <ProblemNotice text={status === 'deleted' ? words.answeredDeleted : words.answeredRemoved}>
      <button type="button" className={controls.button} onClick={(event) => move(event.currentTarget)}>
        {words.moveToComment}
      </button>
    </ProblemNotice>
  )
}
