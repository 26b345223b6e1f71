import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import { problemOf } from '../../api/problem.ts'
import type { Comment, CommentFormat } from '../../domain/comment.ts'
import { bodyFault, normaliseBody } from '../../domain/writing.ts'
import { useAmbient } from '../ambient.tsx'
import { cacheRevised } from '../cachedWriting.ts'
import { composerIds } from '../composer/composerIds.ts'
import { DraftHint } from '../composer/DraftHint.tsx'
import { goToFault } from '../composer/Field.tsx'
import { TextField } from '../composer/TextField.tsx'
import { useCaret } from '../composer/useCaret.ts'
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
  const composer = { ids, draft, change, isDraftKept: isKept }
  const field = useCaret(draft)
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
    if (fault !== null) goToFault(form.current, announce)
  }

  function keepNewer(current: Comment) {
    cacheRevised(queryClient, current)
    leave()
  }

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
      <TextField
        composer={composer}
        label={words.yourText}
        fault={isChecked ? fault : null}
        field={field}
        onSend={save}
      />
      {problem && (
        <ProblemNotice
          text={words.notSaved(messages.explain(problem))}
          onTryAgain={!newer && canTryAgain(problem.code) ? () => save() : undefined}
        />
      )}
      {newer && (
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
        <DraftHint isKept={isKept} />
      </div>
      <WritingTools composer={composer} field={field} />
    </form>
  )
}

/** What was sent, and the revision that it takes the place of. */
type Written = { revision: number; body: string; format: CommentFormat }

function aboutEdited({ author, parentId, body, revision, format }: Comment): About {
  return { name: author.name, parentId, beginning: body, revision, format }
}
