import type { IdempotencyKey } from '../../domain/ids.ts'
import type { Outbox } from '../outbox/outbox.ts'
import type { Returned } from './returned.ts'

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
