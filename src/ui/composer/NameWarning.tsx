import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
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
 * however many composers show it.
 */
export function NameWarning({ name, discussionId }: { name: string; discussionId: DiscussionId }) {
  const words = useWritingMessages()
  const announce = useAnnounce()
  const { tab } = useAmbient()
  const queryClient = useQueryClient()
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
}
