import { isId, type CommentId } from '../../domain/ids.ts'
import { selectedWithin } from './selectedWithin.ts'

/** What a reader has selected: words of the article, or of one comment. */
export type Selected = { text: string; commentId: CommentId | null }

/**
 * What is selected of the article or of a comment's text; `null` where nothing is, or more than one of them. In a shadow root,
 * it is of the comments there alone: the page around it is somebody else's.
 */
export function readSelected(root: Document | ShadowRoot): Selected | null {
  const found = root instanceof ShadowRoot ? findWithin(root) : findInDocument()
  if (!found) return null
  const { common, text } = found
  const within = common instanceof Element ? common : common.parentElement
  const article = within?.closest('article')
  if (text === '' || !article || !root.contains(article) || within?.closest('form, footer, header'))
    return null
  const [, commentId] = /^comment-(.+)$/.exec(article.id) ?? []
  if (isId<CommentId>(commentId)) return { text, commentId }
  return root instanceof ShadowRoot || article.closest('#discussion') ? null : { text, commentId: null }
}

type Found = { common: Node; text: string }

function findInDocument(): Found | null {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  return { common: selection.getRangeAt(0).commonAncestorContainer, text: selection.toString().trim() }
}

function findWithin(root: ShadowRoot): Found | null {
  const range = selectedWithin(root)
  if (!range) return null
  endWithWords(range)
  return { common: range.commonAncestorContainer, text: textOf(range) }
}

/** A click that selects a paragraph may select up to the beginning of what follows it, in another comment. */
function endWithWords(range: Range): void {
  if (range.endOffset > 0) return
  const texts = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT)
  texts.currentNode = range.endContainer
  const last = texts.previousNode()
  if (last && range.intersectsNode(last)) range.setEndAfter(last)
}

/** The words of a range as they stand on lines, since not every browser tells those of a selection in a shadow root. */
function textOf(range: Range): string {
  const words = range.cloneContents()
  for (const each of words.querySelectorAll('header, footer, form')) each.remove()
  for (const each of words.querySelectorAll('p, pre, blockquote, ul, ol')) {
    each.prepend('\n')
    each.append('\n')
  }
  for (const item of words.querySelectorAll('li')) item.append('\n')
  return (words.textContent ?? '').replace(/\n{3,}/g, '\n\n').trim()
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
