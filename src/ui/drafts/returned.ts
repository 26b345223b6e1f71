import type { IdempotencyKey } from '../../domain/ids.ts'

/**
 * The key that a text was sent with before it came back; the outbox has the rest of it. `instead` are those of other texts
 * that came to stand with it, each of which may have been posted.
 */
export type Returned = { key: IdempotencyKey; instead: readonly IdempotencyKey[] }

/** No key of either is left out; that of the first is the one whose outcome is told. */
export function bothReturned(first: Returned | null, second: Returned | null): Returned | null {
  if (first === null || second === null) return first ?? second
  const others = new Set([...first.instead, second.key, ...second.instead])
  others.delete(first.key)
  return { key: first.key, instead: [...others].toSorted() }
}
