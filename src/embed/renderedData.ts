import type { QueryClient } from '@tanstack/react-query'
import * as v from 'valibot'
import type { Api } from '../api/contract.ts'
import * as schemas from '../api/schemas.ts'
import { ORDERS } from '../domain/order.ts'
import { commentsQuery, discussionQuery } from '../ui/queries.ts'

/** Marks the element that holds it, in the shadow root that came drawn. */
export const DATA_ID = 'soundoff-data'

const renderedData = v.object({
  order: v.picklist(ORDERS),
  discussion: schemas.discussion,
  /** The first page in that order. */
  comments: schemas.commentPage,
})

/** What a server has drawn an element's discussion from, and what the element goes on from. */
export type RenderedData = v.InferOutput<typeof renderedData>

/** What the shadow root came drawn with; `null` where it did not, or was drawn by another version. */
export function findRenderedData(root: ShadowRoot): RenderedData | null {
  try {
    const parsed = v.safeParse(renderedData, JSON.parse(root.getElementById(DATA_ID)?.textContent ?? ''))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}

/** Has the discussion find it where it would ask for it, unless that is known already. */
export function cacheRenderedData(queryClient: QueryClient, api: Api, data: RenderedData): void {
  const { discussion, comments, order } = data
  const { queryKey } = discussionQuery(api, discussion.id)
  if (queryClient.getQueryData(queryKey)) return
  queryClient.setQueryData(queryKey, discussion)
  queryClient.setQueryData(commentsQuery(api, discussion.id, order).queryKey, {
    pages: [comments],
    pageParams: [null],
  })
}
