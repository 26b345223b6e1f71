import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Comment } from '../../../domain/comment.ts'
import type { DiscussionId } from '../../../domain/ids.ts'
import { useAmbient } from '../../ambient.tsx'
import type { Threads } from '../../discussion/useThreads.ts'
import { createStoredSet } from '../../parts/storedSet.ts'
import { arrivalsQuery, discussionQuery } from '../../queries.ts'
import { isMuted, useMutes } from '../mute/mutes.ts'
import { askSince } from './askSince.ts'
import { findNew } from './freshComments.ts'
import { useKeptSeen } from './useKeptSeen.ts'
import { findBaseline, writeSeen } from './visitRecord.ts'

export type Visit = {
  fresh: ReadonlyMap<Comment['id'], Comment>
  /** Whether there are more than those. */
  hasMore: boolean
}

const NOTHING: Visit = { fresh: new Map(), hasMore: false }

/**
 * What is new since the reader's last visit: what came while the reader was away, and what comes now and is shown; not what was posted from
 * here, nor by whom the reader has muted. Nothing in a first visit, nor where the discussion was imported anew since the last one.
 */
export function useVisit(discussionId: DiscussionId, threads: Threads): Visit {
  const { api, device, tab } = useAmbient()
  const queryClient = useQueryClient()
  const { mutes } = useMutes()
  const { data: arrivals } = useQuery(arrivalsQuery(discussionId))
  const [returns, setReturns] = useState(0)
  const missedAt = useLastMissed(arrivals.missed?.version ?? null)
  const { data: told } = useQuery({
    queryKey: ['visit', discussionId, missedAt, returns],
    async queryFn({ signal }) {
      const baseline = await queryClient.ensureQueryData({
        queryKey: ['visit-begun', discussionId, returns],
        queryFn: () => findBaseline({ tab, device }, discussionId, Date.now()),
      })
      const since = baseline?.version ?? null
      const read = queryClient.getQueryData(discussionQuery(api, discussionId).queryKey)?.version ?? 0
      const answer = await askSince(api, discussionId, { since, read }, signal)
      writeSeen(tab, discussionId, answer.since === null ? null : { version: answer.since, at: Date.now() })
      return answer
    },
    placeholderData: (before) => before,
    refetchOnReconnect: ({ state }) => state.status === 'error',
  })
  const { own, deleted } = arrivals
  useKeptSeen(discussionId, told, arrivals, () => setReturns((count) => count + 1))
  const { nodes, news } = threads
  return useMemo(() => {
    const since = told?.since ?? null
    if (!told || since === null) return NOTHING
    // Another tab may have posted meanwhile.
    const posted = createStoredSet(device, `posted:${discussionId}`)
    const unshown = new Set(news.map(({ id }) => id))
    const drawn = [...nodes.byId.values()].map(({ comment }) => comment)
    const fresh = findNew(
      since,
      told.added,
      drawn,
      ({ id, author }) =>
        own.has(id) || posted.has(id) || deleted.has(id) || unshown.has(id) || isMuted(mutes, author.name),
    )
    return { fresh, hasMore: !told.isWhole }
  }, [told, nodes, news, own, deleted, mutes, device, discussionId])
}

/** The version at which more happened than could be told, so that it has to be asked for anew; the last such one. */
function useLastMissed(version: number | null): number | null {
  const [last, setLast] = useState(version)
  if (version !== null && version !== last) setLast(version)
  return last
}
