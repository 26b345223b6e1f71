import { useEffect, type RefObject } from 'react'
import { rootOf } from '../../parts/focusWhenThere.ts'
import { isFramed } from '../../parts/isFramed.ts'

const PREFIX = '#comment-'

/** The discussions of this page that follow its address. */
const following = new Set<object>()

/** What may be the id of a comment in that root by the address; `null` where that leads to something else. */
export function commentOfAddress(root: Document | ShadowRoot): string | null {
  const { hash } = location
  if (!hash.startsWith(PREFIX)) return null
  return root instanceof ShadowRoot && isElsewhere(hash.slice(1), root) ? null : hash.slice(PREFIX.length)
}

/** Gives whether a comment that the address names can be of no other discussion, as far as is known. */
export function useAlone(place: RefObject<HTMLElement | null>): () => boolean {
  useEffect(() => {
    following.add(place)
    return () => {
      following.delete(place)
    }
  }, [place])
  return () => {
    if (!place.current || rootOf(place.current) === document) return true
    // A frame knows nothing of others on the page.
    return !isFramed() && following.size === 1 && document.querySelectorAll('soundoff-discussion').length <= 1
  }
}

/** Whether an id is one of the page around a shadow root, or, where a discussion stands twice, of another root that focus is in. */
function isElsewhere(id: string, root: ShadowRoot): boolean {
  const focused = document.activeElement?.shadowRoot ?? root
  return document.getElementById(id) !== null || (focused !== root && focused.getElementById(id) !== null)
}
