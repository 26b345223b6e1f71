import { useEffect, type RefObject } from 'react'
import { parseQuery } from '../../../domain/search.ts'
import { rootOf } from '../../parts/focusWhenThere.ts'
import { wordsIn } from './wordsIn.ts'

/** As in the style sheet. All discussions of a document share it. */
const NAME = 'soundoff-search'
/** On the comment that has them. */
const MARKED = 'data-marked'

/**
 * Marks what was looked for in the comment that was found, as soon as that is on the page and as long as it stays, without touching it (CSS
 * Custom Highlight API); where a browser cannot, nothing is marked.
 */
export function useMarkedWords(
  place: RefObject<HTMLElement | null>,
  commentId: string | null,
  q: string,
): void {
  useEffect(() => {
    const { current: element } = place
    const terms = parseQuery(q)
    if (!element || commentId === null || !terms || typeof Highlight === 'undefined') return undefined
    const highlight = CSS.highlights.get(NAME) ?? new Highlight()
    CSS.highlights.set(NAME, highlight)
    let marked: { comment: Element; ranges: Range[] } | null = null
    let frame = 0
    const unmark = () => {
      for (const range of marked?.ranges ?? []) highlight.delete(range)
      marked?.comment.removeAttribute(MARKED)
    }
    const mark = () => {
      unmark()
      const comment = rootOf(element).getElementById(`comment-${commentId}`)
      marked = comment && { comment, ranges: wordsIn(comment, terms) }
      for (const range of marked?.ranges ?? []) highlight.add(range)
      marked?.comment.setAttribute(MARKED, '')
    }
    const observer = new MutationObserver(() => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(mark)
    })
    observer.observe(element, { childList: true, characterData: true, subtree: true })
    mark()
    return () => {
      observer.disconnect()
      cancelAnimationFrame(frame)
      unmark()
    }
  }, [place, commentId, q])
}
