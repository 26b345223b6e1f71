import { selectedWithin } from '../quoting/selectedWithin.ts'

/** Tells whether any of an element of that root is selected; `null` where nothing is. What is within a shadow root, the page around it is not told. */
export function findSelected(root: Document | ShadowRoot): ((element: Element) => boolean) | null {
  const selection = getSelection()
  const range = root instanceof ShadowRoot ? selectedWithin(root) : null
  if (range) return (element) => range.intersectsNode(element)
  if (!selection || selection.isCollapsed) return null
  return (element) => selection.containsNode(root instanceof ShadowRoot ? root.host : element, true)
}
