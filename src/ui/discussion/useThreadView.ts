import { useQuery } from '@tanstack/react-query'
import { useMemo, useState, type RefObject } from 'react'
import type { Comment } from '../../domain/comment.ts'
import type { Discussion } from '../../domain/discussion.ts'
import { groupBy } from '../../domain/groupBy.ts'
import type { Order } from '../../domain/order.ts'
import { ancestorsOf, siblingsByParent } from '../../domain/thread.ts'
import { useAmbient } from '../ambient.tsx'
import { withPosted } from '../cachedComments.ts'
import { usePendingPosts } from '../composer/usePosting.ts'
import { focusWhenThere, rootOf, type FocusMove } from '../parts/focusWhenThere.ts'
import { createStoredSet } from '../parts/storedSet.ts'
import { postedQuery, type CommentPages } from '../queries.ts'
import type { ThreadView } from './threadView.ts'

/** What the comments of a discussion are shown with, from the pages that are here. `place` is where they are drawn. */
export function useThreadView(
  discussion: Discussion,
  pages: CommentPages['pages'],
  order: Order,
  place: RefObject<HTMLElement | null>,
): ThreadView {
  const { device, tab } = useAmbient()
  const { id } = discussion
  const posts = usePendingPosts(id)
  const { data: posted } = useQuery(postedQuery(id))
  const siblings = useMemo(() => {
    const comments = pages.flatMap((page) => page.comments)
    return siblingsByParent(withPosted(comments, posted, order))
  }, [pages, posted, order])
  const pending = useMemo(() => groupBy(posts, ({ post }) => post.parentId), [posts])
  const [stores] = useState(() => ({
    folds: createStoredSet(device, `folds:${id}`),
    openReplies: createStoredSet(tab, `open-replies:${id}`),
    requestFocus(move: FocusMove) {
      if (place.current) focusWhenThere(rootOf(place.current), move)
    },
  }))
  return useMemo(
    () => ({
      discussion,
      siblings,
      pending,
      ...stores,
      reveal(commentId) {
        const comments = new Map<string, Comment>(
          [...siblings.values()].flat().map((each) => [each.id, each]),
        )
        const target = comments.get(commentId)
        if (!target) return undefined
        const above = ancestorsOf(target, (parentId) => comments.get(parentId))
        stores.folds.change((ids) => above.forEach((comment) => ids.delete(comment.id)))
        return target
      },
    }),
    [discussion, siblings, pending, stores],
  )
}
