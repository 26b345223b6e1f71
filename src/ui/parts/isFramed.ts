/**
 * Whether this document is the frame of a discussion that the page around it scrolls, and whose base is that page's address
 * (`framedDiscussion`).
 */
export function isFramed(): boolean {
  return document.documentElement.dataset['followed'] !== undefined
}
