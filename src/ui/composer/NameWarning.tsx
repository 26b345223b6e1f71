import { notifyManager, useQueryClient, type QueryKey } from '@tanstack/react-query'
import { memo, useCallback, useEffect, useSyncExternalStore } from 'react'
import { normaliseName } from '../../domain/writing.ts'
import type { DiscussionId } from '../../domain/ids.ts'
import { arrivalsQuery, branchesQuery, commentsKey, type CommentPages } from '../queries.ts'
import { useAmbient } from '../ambient.tsx'
import { useAnnounce } from '../parts/Announcer.tsx'
import { findLookAlike } from './lookAlike.ts'
import { useWritingMessages } from '../messages/useWritingMessages.ts'
import styles from './WritingTools.module.css'

/**
 * Warns of a name that looks like that of somebody whose comment is on the page. It can be used all the same, and is said once,
 * however many composers show it. It is looked for when the name or the comments change, not at every key of the text.
 */
export const NameWarning = memo(function NameWarning({
  name,
  discussionId,
}: {
  name: string
  discussionId: DiscussionId
}) {
  const words = useWritingMessages()
  const announce = useAnnounce()
  const { tab } = useAmbient()
  const queryClient = useQueryClient()
  const cache = queryClient.getQueryCache()
  const findQueries = () => queryKeys(discussionId).flatMap((queryKey) => cache.findAll({ queryKey }))
  useSyncExternalStore(
    useCallback((onChange) => cache.subscribe(notifyManager.batchCalls(onChange)), [cache]),
    () =>
      findQueries()
        .map(({ state }) => state.dataUpdateCount)
        .join(),
  )
  const pages = queryClient
    .getQueriesData<CommentPages>({ queryKey: commentsKey(discussionId) })
    .flatMap(([, data]) => data?.pages ?? [])
  const branches = queryClient.getQueryData(branchesQuery(discussionId).queryKey) ?? []
  const added = queryClient.getQueryData(arrivalsQuery(discussionId).queryKey)?.added ?? []
  const comments = [...[...pages, ...branches].flatMap((page) => page.comments), ...added]
  const other = findLookAlike(normaliseName(name), new Set(comments.map(({ author }) => author.name)))
  const finding = other === null ? null : `${normaliseName(name)} ${other}`
  useEffect(() => {
    if (finding === null || other === null || tab.read('name-warned') === finding) return
    tab.write('name-warned', finding)
    announce(words.nameLooksLike(other))
  }, [finding, other, tab, announce, words])
  return other === null ? null : <p className={styles.warning}>{words.nameLooksLike(other)}</p>
})

/** Of all that holds comments of the discussion. */
function queryKeys(id: DiscussionId): QueryKey[] {
  return [commentsKey(id), branchesQuery(id).queryKey, arrivalsQuery(id).queryKey]
}
