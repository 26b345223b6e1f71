import { useCallback, useMemo } from 'react'
import { randomId, type DiscussionId, type IdempotencyKey } from '../../domain/ids.ts'
import { normaliseBody } from '../../domain/writing.ts'
import { useAmbient } from '../ambient.tsx'
import { useKept } from '../parts/useKept.ts'
import { useStored } from '../parts/useStored.ts'
import type { Target } from './delivery.ts'
import { draftName, keptDraft, parseDraft, type Draft } from './draft.ts'

/**
 * The draft of one discussion and target, kept on the device at every change, and the same in every tab. Where nothing
 * is kept it is `beginning`.
 */
export function useDraft(discussionId: DiscussionId, target: Target, beginning: string) {
  const { device } = useAmbient()
  const name = draftName(discussionId, target)
  const [text, write] = useStored(device, name)
  const draft = useMemo(() => parseDraft(text) ?? { body: beginning, attempt: null }, [text, beginning])
  const keep = useCallback((next: Draft) => write(keptDraft(next, beginning)), [write, beginning])
  /** Drops the draft if it still is what was sent with that key; what was written since stays. */
  const acknowledge = useCallback(
    (key: IdempotencyKey) => {
      const current = parseDraft(device.read(name))
      if (current?.attempt?.key !== key) return
      const isSent = normaliseBody(current.body) === current.attempt.body
      write(isSent ? null : JSON.stringify({ ...current, attempt: null }))
    },
    [device, name, write],
  )
  return { draft, keep, acknowledge, isKept: useKept(device, name) }
}

/** The key to send with: that of the last attempt if the very same is sent again, so that it cannot be posted twice; else a new one. */
export function keyFor(draft: Draft, name: string, body: string): IdempotencyKey {
  const { attempt } = draft
  return attempt?.name === name && attempt.body === body ? attempt.key : randomId()
}
