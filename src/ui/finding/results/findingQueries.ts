import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Api } from '../../../api/contract.ts'
import type { DiscussionId } from '../../../domain/ids.ts'
import type { Filter } from './filter.ts'

/** What fits a filter that looks for something. It is asked for anew when it is looked for again, as more may fit by then. */
export const searchQuery = (api: Api, discussionId: DiscussionId, { q, author, span }: Filter) =>
  infiniteQueryOptions({
    queryKey: ['search', discussionId, q, author, span],
    queryFn: ({ signal, pageParam }) =>
      api.searchComments(
        {
          discussionId,
          ...(q !== '' && { q }),
          ...(author !== null && { author }),
          ...span,
          ...(pageParam !== null && { cursor: pageParam }),
        },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    gcTime: 0,
  })

/** Read anew whenever it is opened. */
export const overviewQuery = (api: Api, discussionId: DiscussionId) =>
  queryOptions({
    queryKey: ['overview', discussionId],
    queryFn: ({ signal }) => api.readOverview({ discussionId }, { signal }),
    gcTime: 0,
  })
