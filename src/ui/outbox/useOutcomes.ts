import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { Problem } from '../../api/problem.ts'
import type { PostedComment } from '../../api/schemas.ts'
import type { Comment } from '../../domain/comment.ts'
import type { Discussion } from '../../domain/discussion.ts'
import { useAmbient } from '../ambient.tsx'
import { cachePosted } from '../cachedComments.ts'
import type { ThreadView } from '../discussion/threadView.ts'
import { emptyDraft, isBare } from '../drafts/draft.ts'
import { useAnnounce } from '../parts/Announcer.tsx'
import { composerIds } from '../composer/composerIds.ts'
import type { FocusMove } from '../parts/focusWhenThere.ts'
import { aboutOf, nameOfDraft, type Entry } from './entry.ts'
import { useEntries } from './useOutbox.ts'

/**
 * Shows what became of what was sent. What was posted stands in its thread. What was not goes back to its composer, if nothing
 * else is written there by now. Focus goes with the text, from where it was on its way, and from nowhere else.
 */
export function useOutcomes({ id }: Discussion, view: ThreadView): void {
  const { outbox, drafts, messages } = useAmbient()
  const announce = useAnnounce()
  const queryClient = useQueryClient()
  const entries = useEntries(id)
  const shown = useRef(new Set<string>())

  useEffect(() => {
    for (const entry of entries) {
      const { key, target, state } = entry
      const ids = composerIds(target)
      const from = [ids.form, `pending-${key}`]
      if (state.step === 'posted' && !shown.current.has(key)) {
        shown.current.add(key)
        cachePosted(queryClient, withoutRight(state.comment), key)
        announce(state.comment.parentId === null ? messages.commentPosted : messages.replyPosted)
        moveFocus({ to: `comment-${state.comment.id}`, from, scroll: 'if-seen' })
      }
      const told = { held: messages.held, 'waiting-for-network': messages.waitingForNetwork }[
        String(state.step)
      ]
      if (told !== undefined && !shown.current.has(key + state.step)) {
        shown.current.add(key + state.step)
        announce(told)
      }
      if (isToReturn(entry) && comesBack(entry)) {
        if (state.step === 'refused' && isShownDuplicate(state.problem)) {
          cachePosted(queryClient, state.problem.comment, key)
        }
        if (target !== 'new') {
          view.reveal(target)
          view.openReplies.change((open) => open.add(target))
        }
        moveFocus({ to: ids.text, from, scroll: 'if-seen' })
      }
    }

    /** Once what changed here is drawn. */
    function moveFocus(move: FocusMove): void {
      queueMicrotask(() => view.requestFocus(move))
    }

    /** Whether there is room for it; what its writer took back stands after what is written there. */
    function comesBack(entry: Entry): boolean {
      const name = nameOfDraft(entry)
      const draft = drafts.read(name) ?? emptyDraft(aboutOf(entry))
      if (!isBare(draft) && entry.state.step !== 'taken-back') return false
      const { format, key } = entry
      const body = isBare(draft) ? entry.body : `${draft.body}\n\n${entry.body}`
      drafts.write(name, {
        ...draft,
        about: draft.about ?? aboutOf(entry),
        body,
        format,
        caret: null,
        returned: key,
      })
      outbox.change(key, { isReturned: true })
      return true
    }
  }, [entries, outbox, drafts, queryClient, announce, messages, view])
}

/** As everybody has it. */
function withoutRight(posted: PostedComment): Comment {
  const { editToken: _, heldFor: __, ...comment } = posted
  return comment
}

function isShownDuplicate(problem: Problem): problem is Extract<Problem, { code: 'duplicate' }> {
  return problem.code === 'duplicate' && problem.comment.status === 'published'
}

function isToReturn({ isReturned, state }: Entry): boolean {
  return !isReturned && ['refused', 'stalled', 'overtaken', 'taken-back'].includes(state.step)
}
