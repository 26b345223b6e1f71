import { useState } from 'react'
import { randomId, type CommentId, type DiscussionId, type IdempotencyKey } from '../../domain/ids.ts'
import {
  bodyFault,
  nameFault,
  normaliseBody,
  normaliseName,
  type WritingFault,
} from '../../domain/writing.ts'
import { useAmbient } from '../ambient.tsx'
import type { FocusMove } from '../parts/focusWhenThere.ts'
import { useStored } from '../parts/useStored.ts'
import type { Delivery, Target } from './delivery.ts'
import { keyFor, useDraft } from './useDraft.ts'
import { usePosting } from './usePosting.ts'

/** What is written, where it goes, and how its text begins. */
export type Place = {
  discussionId: DiscussionId
  target: Target
  parentId: CommentId | null
  beginning: string
}

export type Composer = {
  /** Of its elements. */
  ids: { form: string; text: string }
  name: string
  body: string
  setName: (name: string | null) => void
  setBody: (body: string) => void
  /** What stands in the way of sending; told from the first try on. */
  faults: { name: WritingFault | null; body: WritingFault | null }
  delivery: Delivery
  isDraftKept: boolean
  /** Whether what is written is what was sent last. */
  isAsSent: boolean
  /** Sends what is written. Gives whether it could be sent. */
  submit: () => boolean
}

/** What a composer tells whoever shows it. */
type ComposerEvents = {
  requestFocus: (move: FocusMove) => void
  onSent?: () => void
  onRefused?: () => void
  onPosted: () => void
}

/**
 * The state behind one composer. The name is remembered on the device, for every composer. Focus goes with the text: to
 * where it is on its way, to the comment that it became, and back to the composer if it is refused.
 */
export function useComposer(place: Place, { requestFocus, ...events }: ComposerEvents): Composer {
  const { discussionId, target, parentId, beginning } = place
  const ids = { form: `form-${target}`, text: `composer-${target}` }
  const { device } = useAmbient()
  const [storedName, storeName] = useStored(device, 'name')
  const name = storedName ?? ''
  const { draft, keep, acknowledge, isKept } = useDraft(discussionId, target, beginning)
  const [isChecked, setChecked] = useState(false)
  const { delivery, send } = usePosting(discussionId, target, draft.attempt?.key ?? null, {
    onPosted(comment, { key }) {
      acknowledge(key)
      setChecked(false)
      events.onPosted()
      requestFocus({ to: `comment-${comment.id}`, from: [ids.form, `pending-${key}`], scroll: 'if-seen' })
    },
    onRefused({ key }) {
      events.onRefused?.()
      requestFocus({ to: ids.text, from: [ids.form, `pending-${key}`], scroll: 'if-seen' })
    },
  })
  const isBare = draft.body.trim() === beginning.trim()
  const faults = { name: nameFault(name), body: bodyFault(isBare ? '' : draft.body) }

  function submit(): boolean {
    setChecked(true)
    if (faults.name || faults.body) return false
    const written = { name: normaliseName(name), body: normaliseBody(draft.body) }
    const isKeySpent = delivery.step === 'refused' && delivery.problem.code === 'idempotency-key-reused'
    const key = isKeySpent ? randomId<IdempotencyKey>() : keyFor(draft, written.name, written.body)
    keep({ body: draft.body, attempt: { key, ...written } })
    send({ discussionId, target, parentId, key, ...written })
    events.onSent?.()
    requestFocus({ to: `pending-${key}`, from: [ids.form] })
    return true
  }

  return {
    ids,
    name,
    body: draft.body,
    setName: storeName,
    setBody: (body) => keep({ body, attempt: body.trim() === '' ? null : draft.attempt }),
    faults: isChecked ? faults : { name: null, body: null },
    delivery,
    isDraftKept: isKept,
    isAsSent: draft.attempt?.body === normaliseBody(draft.body) && draft.attempt.name === normaliseName(name),
    submit,
  }
}
