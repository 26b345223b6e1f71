import type { QueryClient } from '@tanstack/react-query'
import type { Problem } from '../../api/problem.ts'
import type { PostedComment } from '../../api/schemas.ts'
import type { Comment } from '../../domain/comment.ts'
import { normaliseBody } from '../../domain/writing.ts'
import { cachePosted } from '../cachedWriting.ts'
import { composerIds } from '../composer/composerIds.ts'
import type { ThreadView } from '../discussion/threadView.ts'
import { cleared, emptyDraft, isBare } from '../drafts/draft.ts'
import type { Drafts } from '../drafts/drafts.ts'
import { withItsOwn } from '../drafts/keysAskedAfter.ts'
import { bothReturned } from '../drafts/returned.ts'
import { joinTexts } from '../markdown/joinTexts.ts'
import type { Messages } from '../messages/english.ts'
import { writingMessagesOf } from '../messages/useWritingMessages.ts'
import { aboutOf, nameOfDraft } from './draftOf.ts'
import type { Entry } from './entry.ts'
import type { Outbox } from './outbox.ts'

type Ports = {
  /** Whether the page knows that nothing can be written here any more. */
  closed: boolean
  view: ThreadView
  outbox: Outbox
  drafts: Drafts
  messages: Messages
  announce: (text: string) => void
  queryClient: QueryClient
  /** What was shown and told already, and what was seen on its way, in this tab. */
  seen: { shown: Set<string>; underWay: Set<string> }
}

/**
 * Shows what became of what was sent. What was posted stands in its thread. What was not goes back to its composer, if nothing
 * else is written there by now; where the discussion is closed, and it was refused for that, it stands in its place in
 * the thread. Focus goes with the text, from where it was on its way or was still to go there, and from nowhere else. Whichever tab
 * puts a text back, its composer opens in each that saw it on its way.
 */
export function showOutcomes(entries: readonly Entry[], ports: Ports): void {
  const { closed, seen, outbox } = ports
  for (const { key } of entries) {
    // Another tab may have gone on with it since this one was drawn.
    const entry = outbox.read(key)
    if (!entry) continue
    tell(entry, ports)
    const wasUnderWay = seen.underWay.has(entry.key)
    if (closed && isRefusedAsClosed(entry)) {
      seen.underWay.delete(entry.key)
      if (standsAgain(entry, ports) || wasUnderWay) revealPlace(entry, ports)
    } else if (entry.isReturned ? wasUnderWay : mayReturn(entry, ports) && comesBack(entry, ports)) {
      seen.underWay.delete(entry.key)
      showReturned(entry, ports)
    }
  }
}

function tell(entry: Entry, ports: Ports): void {
  const { key, state } = entry
  const { seen, announce, queryClient } = ports
  const words = writingMessagesOf(ports.messages)
  if (seen.shown.has(key + state.step)) return
  seen.shown.add(key + state.step)
  if (state.step === 'posted') {
    cachePosted(queryClient, withoutRight(state.comment), key)
    announce(state.comment.parentId === null ? words.commentPosted : words.replyPosted)
    moveFocus(`comment-${state.comment.id}`, key, ports)
  } else if (state.step === 'held') announce(words.held)
  else if (state.step === 'waiting-for-network') announce(words.waitingForNetwork)
}

/** Once what changed here is drawn, from where it was on its way; who came back to the composer meanwhile stays there. */
function moveFocus(to: string, key: string, { view }: Ports): void {
  queueMicrotask(() => view.requestFocus({ to, from: [`pending-${key}`], scroll: 'if-seen' }))
}

/** What was refused since the discussion is closed comes back once: another tab may know that, and keep it in the thread. */
function mayReturn(entry: Entry, { closed, seen }: Ports): boolean {
  const { step } = entry.state
  if (closed) return step === 'taken-back'
  if (isRefusedAsClosed(entry)) return seen.underWay.has(entry.key)
  return ['refused', 'stalled', 'overtaken', 'taken-back'].includes(step)
}

/** Whether there is room for it; what its writer took back stands after what is written there. */
function comesBack(entry: Entry, { outbox, drafts }: Ports): boolean {
  const { key, state, body, format } = entry
  const name = nameOfDraft(entry)
  const about = aboutOf(entry)
  const draft = drafts.read(name) ?? emptyDraft(about)
  if (draft.returned?.key !== key) {
    const isFree = isBare(draft) && draft.returned === null
    if (!isFree && state.step !== 'taken-back') return false
    const text = isBare(draft) ? { body, format } : joinTexts(draft, entry)
    const returned = bothReturned({ key, instead: [] }, withItsOwn(draft.returned, outbox))
    drafts.write(name, { ...draft, ...text, about: draft.about ?? about, caret: null, returned })
  }
  outbox.change(key, { isReturned: true })
  return true
}

function showReturned(entry: Entry, ports: Ports): void {
  const { key, target, state } = entry
  const { view, queryClient } = ports
  if (state.step === 'refused' && isShownDuplicate(state.problem)) {
    cachePosted(queryClient, state.problem.comment, key)
  }
  if (target !== 'new') {
    view.reveal(target)
    view.openReplies.change((open) => open.add(target))
  }
  moveFocus(composerIds(target).text, key, ports)
}

/** Takes it from where there is no composer any more to its place in the thread, as it is written by now, if it is. */
function standsAgain(entry: Entry, { outbox, drafts }: Ports): boolean {
  const name = nameOfDraft(entry)
  const draft = drafts.read(name)
  const { key, isReturned } = entry
  if (!isReturned || draft?.returned?.key !== key || isBare(draft)) return false
  const { format, returned } = draft
  const instead = [...new Set([...entry.instead, ...returned.instead])]
  outbox.change(key, { body: normaliseBody(draft.body), format, instead, isReturned: false })
  drafts.write(name, { ...draft, ...cleared(draft) })
  return true
}

function revealPlace({ parentId }: Entry, { view }: Ports): void {
  if (parentId === null) return
  view.reveal(parentId)
  view.folds.change((ids) => ids.delete(parentId))
}

/** As everybody has it. */
function withoutRight(posted: PostedComment): Comment {
  const { editToken: _, heldFor: __, ...comment } = posted
  return comment
}

function isShownDuplicate(problem: Problem): problem is Extract<Problem, { code: 'duplicate' }> {
  return problem.code === 'duplicate' && problem.comment.status === 'published'
}

function isRefusedAsClosed({ state }: Entry): boolean {
  return state.step === 'refused' && state.problem.code === 'discussion-closed'
}
