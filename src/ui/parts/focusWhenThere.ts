import { flushSync } from 'react-dom'

const FRAMES = 120

/**
 * Moves focus to the element of that id within the root (document or shadow root), now or as soon as it is drawn. A text is
 * gone on with at its end. Does nothing where the reader has meanwhile moved focus on: it must still be within `from`, on what is
 * marked `data-passing` as about to go, or nowhere.
 */
export function focusWhenThere(
  root: Document | ShadowRoot,
  elementId: string,
  from: Element | null,
  block: ScrollLogicalPosition = 'nearest',
): void {
  flushSync(() => {})
  const attempt = (frames: number) => {
    if (!isFree(root, from)) return
    const element = root.getElementById(elementId)
    if (element) {
      if (element instanceof HTMLTextAreaElement)
        element.setSelectionRange(element.value.length, element.value.length)
      element.focus({ preventScroll: true })
      element.scrollIntoView({ block })
    } else if (frames > 0) requestAnimationFrame(() => attempt(frames - 1))
  }
  attempt(FRAMES)
}

/** Whether nothing has focus. */
export function isFocusLost(root: Document | ShadowRoot): boolean {
  return root.activeElement === null || root.activeElement === document.body
}

/** The document or shadow root that an element stands in. */
export function rootOf(element: Element): Document | ShadowRoot {
  const root = element.getRootNode()
  return root instanceof ShadowRoot ? root : document
}

function isFree(root: Document | ShadowRoot, from: Element | null): boolean {
  const { activeElement } = root
  if (!activeElement || isFocusLost(root) || from?.contains(activeElement)) return true
  return activeElement.closest('[data-passing]') !== null
}
