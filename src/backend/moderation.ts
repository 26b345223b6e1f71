import type { HoldReason } from '../domain/comment.ts'
import type { PostRequest } from './store.ts'

/** Decides, from what is written alone, whether it is held until somebody has looked at it. */
export type Moderate = (
  written: Pick<PostRequest, 'authorName' | 'body' | 'format'>,
) => { held: HoldReason } | null

/** Most web addresses of a text that is not held. */
export const ADDRESS_LIMIT = 3

/** Begins a web address; one within another, as web archives have it, is not counted again. */
const ADDRESS = /(?<![\w/=])(?:https?:\/\/|www\.)(?=\S)/gi

/** Holds texts of many web addresses. */
export function holdManyAddresses({ body }: { body: string }): { held: HoldReason } | null {
  return (body.match(ADDRESS)?.length ?? 0) > ADDRESS_LIMIT ? { held: 'links' } : null
}
