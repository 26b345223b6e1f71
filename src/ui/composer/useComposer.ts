import { useRef, useState } from 'react'
import type { CommentFormat } from '../../domain/comment.ts'
import { randomId, type CommentId, type DiscussionId, type IdempotencyKey } from '../../domain/ids.ts'
import {
  bodyFault,
  nameFault,
  normaliseBody,
  normaliseName,
  type WritingFault,
} from '../../domain/writing.ts'
import { useAmbient } from '../ambient.tsx'
import { cleared, draftName, isBare, type About, type Draft, type Target } from '../drafts/draft.ts'
import type { Returned } from '../drafts/returned.ts'
import { useDraft, type DraftChanges } from '../drafts/useDraft.ts'
import { isAtRest, type Entry } from '../outbox/entry.ts'
import { queued } from '../outbox/outbox.ts'
import { useEntry } from '../outbox/useOutbox.ts'
import type { FocusMove } from '../parts/focusWhenThere.ts'
import { useStored } from '../parts/useStored.ts'
import { composerIds } from './composerIds.ts'

/** What is written, and where it goes. */
export type Place = {
  discussionId: DiscussionId
  target: Target
  parentId: CommentId | null
  about: About | null
}

export type Composer = {
  discussionId: DiscussionId
  ids: { form: string; text: string }
  name: string
  setName: (name: string | null) => void
  draft: Draft
  change: (changes: DraftChanges) => void
  /** What stands in the way of sending; told from the first try on. */
  faults: { name: WritingFault | null; body: WritingFault | null }
  /** What was sent and came back, and is what is written here or has become it. */
  returned: Entry | null
  isDraftKept: boolean
  /** Whether what is written is what was sent last. */
  isAsSent: boolean
  /** Sends what is written. Gives whether there is nothing to mend first. */
  submit: () => boolean
  /** Sees to it that what came back is not sent by itself. */
  hold: () => void
}

/** What a writer may do twice, in milliseconds, without meaning a second comment: a double click, a key and a click. */
const TWICE_MS = 1_000

/**
 * The state behind one composer. The name is remembered on the device, for every composer. What is sent leaves the draft for
 * the outbox, and focus goes with it.
 */
export function useComposer(
  { discussionId, target, parentId, about }: Place,
  requestFocus: (move: FocusMove) => void,
): Composer {
  const ids = composerIds(target)
  const { device, outbox } = useAmbient()
  const [storedName, storeName] = useStored(device, 'name')
  const name = storedName ?? ''
  const draftIsCalled = draftName(discussionId, target, target === 'new' ? 'new' : 'reply')
  const { draft, change, isKept } = useDraft(draftIsCalled, about)
  const returned = useEntry(discussionId, draft.returned?.key ?? null)
  const [isChecked, setChecked] = useState(false)
  const sentAt = useRef(-Infinity)
  const written = { name: normaliseName(name), body: normaliseBody(draft.body), format: draft.format }
  const isAlone = draft.returned?.instead.length === 0
  const isAsSent = returned !== null && isAlone && isSame(returned, written) && returned.parentId === parentId
  const faults = { name: nameFault(name), body: bodyFault(isBare(draft) ? '' : draft.body) }

  function submit(): boolean {
    if (isBare(draft) && performance.now() - sentAt.current < TWICE_MS) return true
    setChecked(true)
    if (faults.name || faults.body) return false
    setChecked(false)
    sentAt.current = performance.now()
    const key = returned && isAsSent && !isSpent(returned) ? returned.key : randomId<IdempotencyKey>()
    outbox.put({
      key,
      discussionId,
      target,
      answeredName: about?.name ?? null,
      parentId,
      ...written,
      queuedAt: Date.now(),
      isUnsure: key === returned?.key && returned.isUnsure,
      failures: 0,
      instead: askedFirst(draft.returned, returned, key),
      isReturned: false,
      state: queued,
    })
    if (returned?.isReturned && key !== returned.key) outbox.remove(returned.key)
    change({ ...cleared(draft), others: draft.others })
    requestFocus({ to: `pending-${key}`, from: [ids.form] })
    return true
  }

  return {
    discussionId,
    ids,
    name,
    setName: storeName,
    draft,
    change,
    faults: isChecked ? faults : { name: null, body: null },
    returned,
    isDraftKept: isKept,
    isAsSent,
    submit,
    hold() {
      if (returned && !isAtRest(returned)) outbox.change(returned.key, { state: { step: 'taken-back' } })
    },
  }
}

function isSame(sent: Entry, written: { name: string; body: string; format: CommentFormat }): boolean {
  return sent.name === written.name && sent.body === written.body && sent.format === written.format
}

/** Whether another request was made with its key. */
function isSpent({ state }: Entry): boolean {
  return state.step === 'refused' && state.problem.code === 'idempotency-key-reused'
}

/** The keys whose fate decides whether what is written now may be sent: those of what came back, and those that it waited for. */
function askedFirst(kept: Returned | null, returned: Entry | null, key: IdempotencyKey): IdempotencyKey[] {
  if (kept === null) return []
  const isKnown = returned?.isReturned === true && !returned.isUnsure
  const keys = new Set([...(isKnown ? [] : [kept.key]), ...kept.instead, ...(returned?.instead ?? [])])
  keys.delete(key)
  return [...keys]
}
