import { useCallback, useMemo } from 'react'
import { isId, randomId, type DiscussionId, type IdempotencyKey } from '../../domain/ids.ts'
import { normaliseBody } from '../../domain/writing.ts'
import { useAmbient } from '../ambient.tsx'
import { useStored } from '../parts/useStored.ts'
import type { Target } from './delivery.ts'

/** What stands in a composer. `attempt` is what was last sent of it, with its key, until that is acknowledged. */
export type Draft = { body: string; attempt: Attempt | null }

type Attempt = { key: IdempotencyKey; name: string; body: string }

/**
 * The draft of one discussion and target, kept on the device at every change, and the same in every tab. Where nothing
 * is kept it is `beginning`.
 */
export function useDraft(discussionId: DiscussionId, target: Target, beginning: string) {
  const { device } = useAmbient()
  const mode = target === 'new' ? 'new' : 'reply'
  const name = `draft:${discussionId}:${target}:${mode}`
  const [text, write] = useStored(device, name)
  const draft = useMemo(() => parse(text) ?? { body: beginning, attempt: null }, [text, beginning])
  const keep = useCallback(
    (next: Draft) => {
      write(next.attempt === null && next.body === beginning ? null : JSON.stringify(next))
    },
    [write, beginning],
  )
  /** Drops the draft if it still is what was sent with that key; what was written since stays. */
  const acknowledge = useCallback(
    (key: IdempotencyKey) => {
      const current = parse(device.read(name))
      if (current?.attempt?.key !== key) return
      const isSent = normaliseBody(current.body) === current.attempt.body
      write(isSent ? null : JSON.stringify({ ...current, attempt: null }))
    },
    [device, name, write],
  )
  return { draft, keep, acknowledge, isKept: device.keeps() }
}

/** The key to send with: that of the last attempt if the very same is sent again, so that it cannot be posted twice; else a new one. */
export function keyFor(draft: Draft, name: string, body: string): IdempotencyKey {
  const { attempt } = draft
  return attempt?.name === name && attempt.body === body ? attempt.key : randomId()
}

function parse(text: string | null): Draft | null {
  if (text === null) return null
  try {
    const value: unknown = JSON.parse(text)
    if (!isRecord(value) || typeof value['body'] !== 'string') return null
    return { body: value['body'], attempt: parseAttempt(value['attempt']) }
  } catch {
    return null
  }
}

function parseAttempt(value: unknown): Attempt | null {
  if (!isRecord(value)) return null
  const { key, name, body } = value
  return isId<IdempotencyKey>(key) && typeof name === 'string' && typeof body === 'string'
    ? { key, name, body }
    : null
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
