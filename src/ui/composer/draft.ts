import { isId, type DiscussionId, type IdempotencyKey } from '../../domain/ids.ts'
import type { Target } from './delivery.ts'

/** What stands in a composer. `attempt` is what was last sent of it, with its key, until that is acknowledged. */
export type Draft = { body: string; attempt: Attempt | null }

type Attempt = { key: IdempotencyKey; name: string; body: string }

/** The name under which the device keeps it. */
export function draftName(discussionId: DiscussionId, target: Target): string {
  return `draft:${discussionId}:${target}:${target === 'new' ? 'new' : 'reply'}`
}

/** `null` where the text that was kept is no draft. */
export function parseDraft(text: string | null): Draft | null {
  if (text === null) return null
  try {
    const value: unknown = JSON.parse(text)
    if (!isRecord(value) || typeof value['body'] !== 'string') return null
    return { body: value['body'], attempt: parseAttempt(value['attempt']) }
  } catch {
    return null
  }
}

/** What stands in a composer without a beginning, as the device keeps it; `null` where that is nothing. */
export function keptDraft(draft: Draft, beginning = ''): string | null {
  return draft.attempt === null && draft.body === beginning ? null : JSON.stringify(draft)
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
