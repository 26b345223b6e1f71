import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import { problemOf } from '../../api/problem.ts'
import type { Comment, CommentFormat } from '../../domain/comment.ts'
import { BODY_LIMIT, bodyFault, codePoints, normaliseBody } from '../../domain/writing.ts'
import { useAmbient } from '../ambient.tsx'
import { cacheRevised } from '../cachedComments.ts'
import { composerIds } from '../composer/composerIds.ts'
import { faultText } from '../composer/faultText.ts'
import { Field } from '../composer/Field.tsx'
import { caretOf, useCaret } from '../composer/useCaret.ts'
import { WritingTools } from '../composer/WritingTools.tsx'
import { CommentBody } from '../discussion/CommentBody.tsx'
import type { ThreadView } from '../discussion/threadView.ts'
import { draftName, type About } from '../drafts/draft.ts'
import { useDraft } from '../drafts/useDraft.ts'
import { useAnnounce } from '../parts/Announcer.tsx'
import controls from '../parts/controls.module.css'
import { ProblemNotice } from '../parts/ProblemNotice.tsx'
import { canTryAgain } from './canTryAgain.ts'
import { readToken } from './tokens.ts'
import composing from '../composer/ComposerForm.module.css'
import { useWritingMessages } from '../messages/useWritingMessages.ts'
import styles from './own.module.css'

const COUNTER_FROM = 500

/**
 * Where a comment is edited by its writer, with a draft of its own that lasts until the backend has taken it. Where the comment
 * changed meanwhile, both texts stand side by side.
 */
export function EditComposer({ comment, view }: { comment: Comment; view: ThreadView }) {
  const { api, device, drafts, messages } = useAmbient()
  const words = useWritingMessages()
  const queryClient = useQueryClient()
  const announce = useAnnounce()
  const titleId = useId()
  const { id, discussionId } = comment
  const ids = composerIds(id, 'edit')
  const name = draftName(discussionId, id, 'edit')
  const { draft, change, isKept } = useDraft(name, aboutEdited(comment))
  const field = useCaret({ draft, change })
  const [isChecked, setChecked] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const fault = bodyFault(draft.body)
  const seen = draft.about?.revision ?? comment.revision
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: ({ revision, body, format }: Written) =>
      api.editComment({
        discussionId,
        commentId: id,
        editToken: readToken(device, id) ?? '',
        revision,
        body,
        format,
      }),
    onSuccess(edited, { body, format }) {
      cacheRevised(queryClient, edited)
      const now = drafts.read(name)
      const isThat = !now || (normaliseBody(now.body) === body && now.format === format)
      if (isThat) leave()
      else change({ about: aboutEdited(edited) })
      announce(words.commentEdited)
    },
  })
  const problem = error && problemOf(error)
  const newer = problem?.code === 'changed' ? problem.comment : null

  function close() {
    view.openEdits.change((open) => open.delete(id))
    view.requestFocus({ to: `comment-${id}`, from: [form.current] })
  }

  function leave() {
    device.write(name, null)
    close()
  }

  function save(revision = seen) {
    setChecked(true)
    if (fault === null && !isPending) {
      mutate({ revision, body: normaliseBody(draft.body), format: draft.format })
    }
    if (fault !== null) field.current?.focus()
  }

  function tryAgain() {
    field.current?.focus()
    save()
  }

  function keepNewer(current: Comment) {
    cacheRevised(queryClient, current)
    leave()
  }

  const left = BODY_LIMIT - codePoints(normaliseBody(draft.body))
  return (
    <form
      ref={form}
      id={ids.form}
      className={composing.form}
      aria-labelledby={titleId}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <h3 id={titleId} className={composing.title}>
        {words.editComment}
      </h3>
      <Field
        id={ids.text}
        label={words.yourText}
        fault={isChecked && fault ? faultText(fault, messages.bodyFaults) : null}
        note={left <= COUNTER_FROM ? messages.charactersLeft(left) : null}
      >
        {(attributes) => (
          <textarea
            {...attributes}
            ref={field}
            className={`${controls.field} ${composing.text}`}
            rows={3}
            dir="auto"
            autoComplete="off"
            value={draft.body}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing)
                return
              event.preventDefault()
              save()
            }}
            onChange={({ target }) => change({ body: target.value, caret: caretOf(target) })}
          />
        )}
      </Field>
      <WritingTools composer={{ draft, change }} field={field} />
      {newer ? (
        <section className={styles.newer} aria-label={words.asItIsNow}>
          <h4>{words.asItIsNow}</h4>
          <CommentBody comment={newer} />
          <div className={styles.row}>
            <button type="button" className={controls.button} onClick={() => save(newer.revision)}>
              {words.saveMine}
            </button>
            <button type="button" className={controls.quiet} onClick={() => keepNewer(newer)}>
              {words.keepNewer}
            </button>
          </div>
        </section>
      ) : (
        problem && (
          <ProblemNotice
            text={words.notSaved(messages.explain(problem))}
            onTryAgain={canTryAgain(problem.code) ? tryAgain : undefined}
          />
        )
      )}
      <div className={composing.actions}>
        <button type="submit" className={controls.primary} aria-disabled={isPending}>
          {isPending ? words.saving : words.save}
        </button>
        <button
          type="button"
          className={controls.button}
          aria-disabled={isPending}
          onClick={() => {
            if (isPending) return
            reset()
            close()
          }}
        >
          {messages.cancel}
        </button>
        <span className={composing.hint}>
          {isKept ? messages.draftKept : <strong>{messages.draftNotKept}</strong>}
        </span>
      </div>
    </form>
  )
}

/** What was sent, and the revision that it takes the place of. */
type Written = { revision: number; body: string; format: CommentFormat }

function aboutEdited({ author, parentId, body, revision, format }: Comment): About {
  return { name: author.name, parentId, beginning: body, revision, format }
}
