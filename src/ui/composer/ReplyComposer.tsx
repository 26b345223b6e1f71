import type { Comment } from '../../domain/comment.ts'
import type { Discussion } from '../../domain/discussion.ts'
import type { CommentId } from '../../domain/ids.ts'
import { replyBeginning } from '../../domain/replyPlace.ts'
import { useMessages } from '../ambient.tsx'
import type { ThreadNode } from '../discussion/threadNodes.ts'
import { isBare, type About } from '../drafts/draft.ts'
import controls from '../parts/controls.module.css'
import type { FocusMove } from '../parts/focusWhenThere.ts'
import { lazyPart } from '../parts/lazyPart.tsx'
import { labelName } from '../parts/names.ts'
import { ComposerForm } from './ComposerForm.tsx'
import { useComposer } from './useComposer.ts'
import styles from './ComposerForm.module.css'

type Answered = Pick<ThreadNode, 'comment' | 'replyParentId'>

const ReplyWarnings = lazyPart(async () => (await import('../own/ReplyWarnings.tsx')).ReplyWarnings)

/** What the draft of an answer keeps of the comment, and where it stands. */
export function aboutAnswered({ comment, replyParentId: parentId }: Answered): About {
  const { author, revision } = comment
  return {
    name: author.name,
    revision,
    format: 'plain',
    parentId,
    beginning: replyBeginning(comment, parentId),
  }
}

/** Where a comment is answered. It asks to be closed once its text is on its way, and its draft outlives that. */
export function ReplyComposer({
  target,
  about,
  answered,
  discussion,
  requestFocus,
  onSent,
  onClose,
}: {
  /** The comment that is answered. */
  target: CommentId
  about: About
  /** The comment itself, where it is here. */
  answered?: Comment
  discussion: Discussion
  requestFocus: (move: FocusMove) => void
  /** Told below which comment the answer is on its way, so that nothing is folded over it. */
  onSent: (parentId: CommentId | null) => void
  onClose: () => void
}) {
  const messages = useMessages()
  const { parentId } = about
  const composer = useComposer({ discussionId: discussion.id, target, parentId, about }, requestFocus)

  const { draft } = composer
  const isOther =
    answered &&
    (answered.status !== 'published' ||
      (!isBare(draft) && answered.revision > (draft.about?.revision ?? answered.revision)))

  function submit(): boolean {
    const isSent = composer.submit()
    if (isSent) {
      onSent(parentId)
      onClose()
    }
    return isSent
  }

  function cancel(form: Element | null) {
    composer.hold()
    onClose()
    requestFocus({ to: `reply-to-${target}`, from: [form] })
  }

  return (
    <ComposerForm
      composer={{ ...composer, submit }}
      words={{
        title: messages.replyTo(labelName(about.name, messages)),
        text: messages.yourReply,
        submit: messages.postReply,
      }}
      asksNameAlways={false}
      actions={
        <button
          type="button"
          className={controls.button}
          onClick={(event) => cancel(event.currentTarget.form)}
        >
          {messages.cancel}
        </button>
      }
    >
      {isOther && (
        <ReplyWarnings answered={answered} draft={draft} onMoved={onClose} requestFocus={requestFocus} />
      )}
      {discussion.rules !== null && (
        <details className={styles.rules}>
          <summary>{messages.rules}</summary>
          <div dir="auto">{discussion.rules}</div>
        </details>
      )}
    </ComposerForm>
  )
}
