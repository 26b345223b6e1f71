import { useEffect, useEffectEvent } from 'react'
import type { ThreadView } from './threadView.ts'

const PREFIX = '#comment-'

/**
 * Follows the address when the discussion comes and when the address changes: to `#comment-<id>`, opening what is folded
 * above it, and to the discussion itself.
 */
export function usePermalink({ reveal, requestFocus }: ThreadView): void {
  const follow = useEffectEvent(() => {
    const { hash } = location
    if (hash === '#discussion' || (hash.startsWith(PREFIX) && reveal(hash.slice(PREFIX.length)))) {
      requestFocus({ to: hash.slice(1), from: [document.activeElement], scroll: 'start' })
    }
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
