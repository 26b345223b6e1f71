import { useEffect, useEffectEvent } from 'react'
import type { FocusMove } from '../parts/focusWhenThere.ts'
import { isReturn } from '../parts/isReturn.ts'
import type { ThreadView } from './threadView.ts'

const PREFIX = '#comment-'

/**
 * Follows the address when the discussion comes, unless focus is somewhere already, as where the browser itself has found
 * what it leads to, or the page is one that was left before; to a comment also when the address changes. Opens what is folded
 * above it.
 */
export function usePermalink({ reveal, requestFocus }: ThreadView): void {
  const go = (from: FocusMove['from']) => requestFocus({ to: location.hash.slice(1), from, scroll: 'start' })
  const isCommentHere = () =>
    location.hash.startsWith(PREFIX) && reveal(location.hash.slice(PREFIX.length)) !== undefined
  const follow = useEffectEvent(() => {
    if (isCommentHere()) go('anywhere')
  })
  const arrive = useEffectEvent(() => {
    if (isReturn()) return
    const folded = document.getElementById(location.hash.slice(1))?.closest('[hidden]') ?? null
    if (location.hash === '#discussion' || isCommentHere()) go([folded])
  })
  useEffect(() => {
    const frame = requestAnimationFrame(() => arrive())
    const listener = () => follow()
    addEventListener('hashchange', listener)
    return () => {
      cancelAnimationFrame(frame)
      removeEventListener('hashchange', listener)
    }
  }, [])
}
