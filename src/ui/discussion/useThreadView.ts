import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import type { Comment } from '../../domain/comment.ts'
import type { Discussion } from '../../domain/discussion.ts'
import type { CommentId } from '../../domain/ids.ts'
import { ancestorsOf } from '../../domain/thread.ts'
import { useAmbient } from '../ambient.tsx'
import { showArrivals } from '../cachedComments.ts'
import { createDraftIndex } from '../drafts/draftIndex.ts'
import { focusWhenThere, rootOf, type FocusMove } from '../parts/focusWhenThere.ts'
import { createStoredSet } from '../parts/storedSet.ts'
import { foldsName } from './foldsName.ts'
import { createCutter, type Part } from './cutter.ts'
import { createNotes } from './notes.ts'
import { createSteps } from './steps.ts'
import type { ThreadNode } from './threadNodes.ts'
import type { ThreadView } from './threadView.ts'
import type { Threads } from './useThreads.ts'

/** What the comments of a discussion are shown with. `place` is where they are drawn. */
export function useThreadView(
  discussion: Discussion,
  threads: Threads,
  place: RefObject<HTMLElement | null>,
): ThreadView {
  const { device, tab } = useAmbient()
  const queryClient = useQueryClient()
  const { id } = discussion
  const latest = useRef(threads)
  useEffect(() => {
    latest.current = threads
  })
  const [steps] = useState(createSteps)
  useEffect(() => {
    addEventListener('beforeprint', steps.drawAll)
    return () => removeEventListener('beforeprint', steps.drawAll)
  }, [steps])
  const [stores] = useState(() => ({
    folds: createStoredSet(device, foldsName(id)),
    openReplies: createStoredSet(tab, `open-replies:${id}`),
    openEdits: createStoredSet(tab, `open-edits:${id}`),
    deleting: createStoredSet(device, `deleting:${id}`),
    unfinished: createDraftIndex(device, id),
    notes: createNotes(),
    cut: createCutter(({ comment }: ThreadNode) => comment.id),
    group: createCutter(({ key }: Part<ThreadNode>) => key),
    steps,
    requestFocus(move: FocusMove) {
      if (!place.current) return
      place.current.dispatchEvent(new CustomEvent('beforemove', { detail: move.to }))
      focusWhenThere(rootOf(place.current), move, steps.isBusy)
    },
  }))
  return useMemo(() => {
    const find = (commentId: CommentId): Comment | undefined =>
      latest.current.nodes.byId.get(commentId)?.comment
    return {
      discussion,
      ...stores,
      reveal(commentId) {
        const target = find(commentId as CommentId)
        if (!target) return undefined
        const above = ancestorsOf(target, find)
        stores.folds.change((ids) => above.forEach((comment) => ids.delete(comment.id)))
        return target
      },
      showNews({ comment, news }, from) {
        stores.folds.change((ids) => ids.delete(comment.id))
        showArrivals(
          queryClient,
          id,
          news.map((each) => each.id),
        )
        const [first] = news
        if (first) stores.requestFocus({ to: `comment-${first.id}`, from: [from] })
      },
    }
  }, [discussion, stores, queryClient, id])
}
