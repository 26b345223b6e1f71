import { useEffect, useEffectEvent } from 'react'
import { isReturn } from '../parts/isReturn.ts'
import type { ThreadView } from './threadView.ts'

const PREFIX = '#comment-'

/**
 * Follows the address when the discussion comes, as the browser did before there was something to go to, unless the page is
 * one that was left before; to a comment also when the address changes, opening what is folded above it.
 */
export function usePermalink({ reveal, requestFocus }: ThreadView): void {
  const go = () =>
    requestFocus({ to: location.hash.slice(1), from: [document.activeElement], scroll: 'start' })
  const goToComment = () => {
    if (location.hash.startsWith(PREFIX) && reveal(location.hash.slice(PREFIX.length))) go()
  }
  const follow = useEffectEvent(goToComment)
  const arrive = useEffectEvent(() => {
    if (isReturn()) return
    if (location.hash === '#discussion') go()
    else goToComment()
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
