import { isFramed } from '../../parts/isFramed.ts'

/** The absolute address of a comment on the page that its reader sees, with all that this is opened with. */
export function commentAddress(commentId: string): string {
  const address = new URL(isFramed() ? document.baseURI : location.href)
  address.hash = `comment-${commentId}`
  return address.href
}
