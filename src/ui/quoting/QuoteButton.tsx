import { useEffect, useState, type RefObject } from 'react'
import { useAmbient } from '../ambient.tsx'
import { composerIds } from '../composer/composerIds.ts'
import { aboutAnswered } from '../composer/ReplyComposer.tsx'
import type { ThreadNodes } from '../discussion/threadNodes.ts'
import type { ThreadView } from '../discussion/threadView.ts'
import { draftName, emptyDraft, isBare } from '../drafts/draft.ts'
import { joinTexts } from '../markdown/joinTexts.ts'
import { quoteMarkdown } from '../markdown/quoteMarkdown.ts'
import controls from '../parts/controls.module.css'
import { rootOf } from '../parts/focusWhenThere.ts'
import { labelName } from '../parts/names.ts'
import { passageAddress, readSelected, type Selected } from './selection.ts'
import { useWritingMessages } from '../messages/useWritingMessages.ts'
import styles from './QuoteButton.module.css'

/**
 * While words of the article or of a comment are selected: begins an answer with them, and with a link to their place. What
 * the composer holds already stays before them, as it was shown. `place` is where the discussion is drawn.
 */
export function QuoteButton({
  nodes,
  view,
  place,
}: {
  nodes: ThreadNodes
  view: ThreadView
  place: RefObject<Element | null>
}) {
  const { drafts, messages } = useAmbient()
  const words = useWritingMessages()
  const selected = useSelected(place)
  if (selected === null) return null
  const { text, commentId } = selected
  const { discussion } = view
  const node = commentId === null ? null : nodes.byId.get(commentId)
  if (node === undefined || node?.comment.status === 'deleted') return null
  const comment = node?.comment
  const page = discussion.url ?? location.href.replace(/#.*$/, '')

  function quote() {
    const target = comment?.id ?? 'new'
    const name = draftName(discussion.id, target, comment ? 'reply' : 'new')
    const about = node ? aboutAnswered(node) : null
    const draft = drafts.read(name) ?? emptyDraft(about)
    const href = comment ? `${page}#comment-${comment.id}` : passageAddress(page, text)
    const quotation = quoteMarkdown(text, { name: comment?.author.name ?? null, href })
    const format = 'markdown' as const
    const written = isBare(draft)
      ? { body: `${quotation}${about?.beginning ?? ''}`, format }
      : joinTexts(draft, { body: quotation, format })
    drafts.write(name, { ...draft, ...written, about: draft.about ?? about, caret: null })
    getSelection()?.removeAllRanges()
    if (comment) view.openReplies.change((ids) => ids.add(comment.id))
    view.requestFocus({ to: composerIds(target).text, from: 'anywhere' })
  }

  return (
    <button
      type="button"
      data-floating
      data-while-open
      className={`${controls.primary} ${styles.quote}`}
      // Or what is selected would no longer be.
      onMouseDown={(event) => event.preventDefault()}
      onClick={quote}
    >
      {comment ? words.quoteInReply(labelName(comment.author.name, messages)) : words.quoteInComment}
    </button>
  )
}

function useSelected(place: RefObject<Element | null>): Selected | null {
  const [selected, setSelected] = useState<Selected | null>(null)
  useEffect(() => {
    const look = () => setSelected(place.current && readSelected(rootOf(place.current)))
    look()
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [place])
  return selected
}
