import { isReturn } from '../../ui/parts/isReturn.ts'
import { dispatchMessage, type EventMessage } from './eventMessages.ts'

const PERMALINK = /^#comment-([\w-]{1,128})$/

/** The comment that the page's address leads to, unless the page has an element of its own by that id. */
export function commentOfPage(): string | null {
  const [, commentId = null] = PERMALINK.exec(location.hash) ?? []
  return commentId !== null && document.getElementById(location.hash.slice(1)) === null ? commentId : null
}

/** The same for a page that has just been opened: not where its reader comes back to it, or is at something already. */
export function commentOfNewPage(host: Element): string | null {
  return isAtOther(host) || isReturn() ? null : commentOfPage()
}

/** Whether something of the page has focus that is not in `host`. */
export function isAtOther(host: Element): boolean {
  const root = host.getRootNode()
  const isNowhere = document.activeElement === null || document.activeElement === document.body
  return !isNowhere && (root instanceof ShadowRoot ? root : document).activeElement !== host
}

/**
 * Goes to a comment by the page's own address, unless the page cancels that; `go` is called where it leads there already, as the
 * page then hears of no change.
 */
export function navigatePage(
  host: HTMLElement,
  { detail: { discussionId, commentId } }: EventMessage<'soundoff:navigate'>,
  go: (commentId: string) => void,
): void {
  const hash = `#comment-${commentId}`
  const url = location.href.replace(/#.*$/, '') + hash
  const detail = { discussionId, commentId, url }
  if (!dispatchMessage(host, { kind: 'event', name: 'soundoff:navigate', detail })) return
  if (location.hash === hash) go(commentId)
  else location.hash = hash
}
