import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { DiscussionId } from '../../domain/ids.ts'
import type { Order } from '../../domain/order.ts'
import { useAmbient } from '../ambient.tsx'
import { showArrivals } from '../cachedComments.ts'
import { arrivalsQuery, commentsQuery, contextsQuery } from '../queries.ts'

/** What came and then stood in a page of any order, or was led to, is no news in another one. */
export function useSeen(discussionId: DiscussionId, order: Order): void {
  const { api } = useAmbient()
  const queryClient = useQueryClient()
  const { added, shown } = useQuery(arrivalsQuery(discussionId)).data
  const { data: contexts } = useQuery(contextsQuery(discussionId))
  const { data } = useInfiniteQuery({ ...commentsQuery(api, discussionId, order), enabled: false })
  useEffect(() => {
    if (added.every(({ id }) => shown.has(id))) return
    const all = [...(data?.pages ?? []), ...contexts]
    const read = new Set(all.flatMap(({ comments }) => comments.map(({ id }) => id)))
    const seen = added.flatMap(({ id }) => (read.has(id) && !shown.has(id) ? [id] : []))
    if (seen.length > 0) showArrivals(queryClient, discussionId, seen)
  }, [added, shown, data, contexts, queryClient, discussionId])
}
