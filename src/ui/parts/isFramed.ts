/**
 * Whether this document is the frame of a discussion that the page around it scrolls, and whose base is that page's address
 * (`framedDiscussion`). What is drawn beforehand is in none.
 */
export function isFramed(): boolean {
  return typeof document !== 'undefined' && document.documentElement.dataset['followed'] !== undefined
}
