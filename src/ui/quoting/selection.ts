import { isId, type CommentId } from '../../domain/ids.ts'

/** What a reader has selected: words of the article, or of one comment. */
export type Selected = { text: string; commentId: CommentId | null }

/** What is selected of the article or of a comment's text in `place`; `null` where nothing is, or more than one of them. */
export function readSelected(selection: Selection | null, place: Element): Selected | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const text = selection.toString().trim()
  const { commonAncestorContainer: common } = selection.getRangeAt(0)
  const within = common instanceof Element ? common : common.parentElement
  const article = within?.closest('article')
  if (text === '' || !article || !place.contains(article) || within?.closest('form, footer, header'))
    return null
  const [, commentId] = /^comment-(.+)$/.exec(article.id) ?? []
  if (isId<CommentId>(commentId)) return { text, commentId }
  return article.closest('#discussion') ? null : { text, commentId: null }
}

/** Words at either end that tell a passage from others. */
const WORDS = 5

/**
 * The address of a passage of a page (URL Fragment Text Directives, WICG): by its text, or by how it begins and ends where it
 * is longer.
 */
export function passageAddress(page: string, text: string): string {
  const words = text.split(/\s+/)
  const parts =
    words.length <= 2 * WORDS
      ? [words.join(' ')]
      : [words.slice(0, WORDS).join(' '), words.slice(-WORDS).join(' ')]
  const encoded = parts.map((part) => encodeURIComponent(part).replaceAll('-', '%2D'))
  return `${page.replace(/#.*$/, '')}#:~:text=${encoded.join(',')}`
}
