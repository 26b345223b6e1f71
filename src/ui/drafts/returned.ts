import type { IdempotencyKey } from '../../domain/ids.ts'
import type { Outbox } from '../outbox/outbox.ts'

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

/** With the keys that its entry waits for, which goes once no draft begins with it. */
export function withItsOwn(returned: Returned | null, outbox: Pick<Outbox, 'read'>): Returned | null {
  if (returned === null) return null
  const { key, instead } = returned
  return { key, instead: [...new Set([...instead, ...(outbox.read(key)?.instead ?? [])])] }
}

/** What is left to ask after once it is known what became of that key. */
export function withoutKey({ key, instead }: Returned, known: IdempotencyKey): Returned | null {
  const [first, ...rest] = [key, ...instead].filter((each) => each !== known)
  return first === undefined ? null : { key: first, instead: rest }
}
