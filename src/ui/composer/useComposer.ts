import { useState } from 'react'
import type { Comment } from '../../domain/comment.ts'
import type { CommentId, DiscussionId } from '../../domain/ids.ts'
import {
  bodyFault,
  nameFault,
  normaliseBody,
  normaliseName,
  type WritingFault,
} from '../../domain/writing.ts'
import { useAmbient } from '../ambient.tsx'
import { useStored } from '../parts/useStored.ts'
import type { Delivery, SentPost, Target } from './delivery.ts'
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
  name: string
  body: string
  setName: (name: string | null) => void
  setBody: (body: string) => void
  /** What stands in the way of sending; told from the first try on. */
  faults: { name: WritingFault | null; body: WritingFault | null }
  delivery: Delivery
  isDraftKept: boolean
  /** Sends what is written. Gives what was sent, or `null` where a fault is in the way. */
  submit: () => SentPost | null
}

/** The state behind one composer. The name is remembered on the device, for every composer. */
export function useComposer(place: Place, onPosted: (comment: Comment, post: SentPost) => void): Composer {
  const { discussionId, target, parentId, beginning } = place
  const { device } = useAmbient()
  const [storedName, storeName] = useStored(device, 'name')
  const name = storedName ?? ''
  const { draft, keep, acknowledge, isKept } = useDraft(discussionId, target, beginning)
  const [isChecked, setChecked] = useState(false)
  const { delivery, send } = usePosting(discussionId, target, (comment, post) => {
    acknowledge(post.key)
    setChecked(false)
    onPosted(comment, post)
  })
  const isBare = draft.body.trim() === beginning.trim()
  const faults = { name: nameFault(name), body: bodyFault(isBare ? '' : draft.body) }

  function submit(): SentPost | null {
    setChecked(true)
    if (faults.name || faults.body) return null
    const written = { name: normaliseName(name), body: normaliseBody(draft.body) }
    const key = keyFor(draft, written.name, written.body)
    const post = { discussionId, target, parentId, key, ...written }
    keep({ body: draft.body, attempt: { key, ...written } })
    send(post)
    return post
  }

  return {
    name,
    body: draft.body,
    setName: storeName,
    setBody: (body) => keep({ ...draft, body }),
    faults: isChecked ? faults : { name: null, body: null },
    delivery,
    isDraftKept: isKept,
    submit,
  }
}
