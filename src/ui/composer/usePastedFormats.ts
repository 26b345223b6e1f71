import { useEffect, useRef, type RefObject } from 'react'
import { isBare, type Draft } from '../drafts/draft.ts'
import type { DraftChanges } from '../drafts/useDraft.ts'
import { applyFormat } from '../markdown/applyFormat.ts'
import { markdownFromHtml } from '../markdown/markdownFromHtml.ts'

/**
 * Rich text that is pasted becomes Markdown where formats are on, and turns them on where nothing is written yet and it has any.
 * Everywhere else, and where the page's policy does not let it be read, it is pasted as the plain text that it also is.
 */
export function usePastedFormats(
  field: RefObject<HTMLTextAreaElement | null>,
  draft: Draft,
  change: (changes: DraftChanges) => void,
): void {
  const latest = useRef({ draft, change })
  useEffect(() => {
    latest.current = { draft, change }
  })
  useEffect(() => {
    const element = field.current
    if (!element) return undefined
    const onPaste = (event: ClipboardEvent) => {
      const html = event.clipboardData?.getData('text/html') ?? ''
      if (html === '') return
      const isFormatted = latest.current.draft.format === 'markdown'
      if (!isFormatted && !(isBare(latest.current.draft) && FORMATTED.test(html))) return
      const pasted = markdownFromHtml(html)
      if (pasted === null) return
      event.preventDefault()
      if (!isFormatted) latest.current.change({ format: 'markdown' })
      applyFormat(element, ({ text, start, end }) => {
        const after = start + pasted.length
        return { text: text.slice(0, start) + pasted + text.slice(end), start: after, end: after }
      })
    }
    element.addEventListener('paste', onPaste)
    return () => element.removeEventListener('paste', onPaste)
  }, [field])
}

/** Elements that become something in Markdown. */
const FORMATTED = /<(a|b|strong|i|em|code|pre|blockquote|[ou]l)\b/i
