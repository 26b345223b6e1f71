import { useEffect, useEffectEvent, type RefObject } from 'react'
import { rootOf, type FocusMove } from '../parts/focusWhenThere.ts'
import { isReturn } from '../parts/isReturn.ts'
import type { ThreadView } from './threadView.ts'

const PREFIX = '#comment-'

/**
 * Follows the address when the discussion comes, unless focus is somewhere already, as where the browser itself has found
 * what it leads to, or the page is one that was left before; to a comment also when the address changes. Opens what is folded
 * above it. `place` is where the discussion is drawn.
 *
 * In a shadow root the address is that of the page around it: it leads to comments of this discussion only, and to none by whose
 * id the page has an element of its own.
 */
export function usePermalink(
  { reveal, requestFocus }: ThreadView,
  place: RefObject<HTMLElement | null>,
): void {
  const go = (from: FocusMove['from']) => requestFocus({ to: location.hash.slice(1), from, scroll: 'start' })
  const isCommentHere = (root: Document | ShadowRoot) =>
    location.hash.startsWith(PREFIX) &&
    !(root instanceof ShadowRoot && isElsewhere(location.hash.slice(1), root)) &&
    reveal(location.hash.slice(PREFIX.length)) !== undefined
  const follow = useEffectEvent((root: Document | ShadowRoot) => {
    if (isCommentHere(root)) go('anywhere')
  })
  const arrive = useEffectEvent((root: Document | ShadowRoot) => {
    if (isReturn()) return
    const folded = root.getElementById(location.hash.slice(1))?.closest('[hidden]') ?? null
    if ((root === document && location.hash === '#discussion') || isCommentHere(root)) go([folded])
  })
  useEffect(() => {
    if (!place.current) return undefined
    const root = rootOf(place.current)
    const frame = requestAnimationFrame(() => arrive(root))
    const listener = () => follow(root)
    addEventListener('hashchange', listener)
    return () => {
      cancelAnimationFrame(frame)
      removeEventListener('hashchange', listener)
    }
  }, [place])
}

/** Whether an id is one of the page around a shadow root, or, where a discussion stands twice, of another root that focus is in. */
function isElsewhere(id: string, root: ShadowRoot): boolean {
  const focused = document.activeElement?.shadowRoot ?? root
  return document.getElementById(id) !== null || (focused !== root && focused.getElementById(id) !== null)
}
