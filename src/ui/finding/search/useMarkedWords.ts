import { useEffect, type RefObject } from 'react'
import { parseQuery } from '../../../domain/search.ts'
import { rootOf } from '../../parts/focusWhenThere.ts'
import { wordsIn } from './wordsIn.ts'

/** As in the style sheet. All discussions of a document share it. */
const NAME = 'soundoff-search'

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
    let ranges: Range[] = []
    let frame = 0
    const mark = () => {
      for (const range of ranges) highlight.delete(range)
      const comment = rootOf(element).getElementById(`comment-${commentId}`)
      ranges = comment ? wordsIn(comment, terms) : []
      for (const range of ranges) highlight.add(range)
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
      for (const range of ranges) highlight.delete(range)
    }
  }, [place, commentId, q])
}
