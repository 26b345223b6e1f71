import * as v from 'valibot'
import { isId, type DiscussionId } from '../domain/ids.ts'

/** How many comments each discussion has, of those that are here. Has no prototype, as `constructor` is an id as well. */
export type Counts = Readonly<Partial<Record<DiscussionId, number>>>

export const counts = v.pipe(
  v.custom<Counts>(areCounts),
  v.transform((told): Counts => Object.assign(Object.create(null), told)),
)

function areCounts(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.entries(value).every(([id, count]) => isId(id) && Number.isInteger(count) && count >= 0)
}
