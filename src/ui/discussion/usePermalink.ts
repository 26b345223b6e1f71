import { useEffect, useEffectEvent } from 'react'
import type { Comment } from '../../domain/comment.ts'
import { ancestorsOf } from '../../domain/thread.ts'
import type { ThreadView } from './threadView.ts'

const PREFIX = '#comment-'

/** Follows `#comment-<id>` when the discussion comes and when the address changes: opens what is folded above it, shows and focuses it. */
export function usePermalink(view: ThreadView): void {
  const follow = useEffectEvent(() => {
    if (!location.hash.startsWith(PREFIX)) return
    const id = location.hash.slice(PREFIX.length)
    const comments = new Map<string, Comment>()
    for (const group of view.siblings.values()) for (const comment of group) comments.set(comment.id, comment)
    const target = comments.get(id)
    if (!target) return
    const above = ancestorsOf(target, (parentId) => comments.get(parentId))
    view.folds.change((ids) => above.forEach((comment) => ids.delete(comment.id)))
    view.requestFocus(`comment-${id}`, document.activeElement, 'start')
  })
  useEffect(() => {
    const frame = requestAnimationFrame(() => follow())
    const listener = () => follow()
    addEventListener('hashchange', listener)
    return () => {
      cancelAnimationFrame(frame)
      removeEventListener('hashchange', listener)
    }
  }, [])
}
