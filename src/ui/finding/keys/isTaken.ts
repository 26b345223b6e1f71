const FIELDS = 'input, textarea, select, [contenteditable]:not([contenteditable="false" i]), [role="textbox"]'

/**
 * Whether a key is somebody else's: something has handled it already, it is typed into a field, of the page or of any shadow root, or a
 * dialog is open.
 */
export function isTaken(event: KeyboardEvent, root: Document | ShadowRoot): boolean {
  if (event.defaultPrevented || document.designMode === 'on') return true
  const isTyped = event.composedPath().some((each) => each instanceof Element && each.matches(FIELDS))
  const hasDialog = [document, root].some((each) => each.querySelector('dialog[open]') !== null)
  return isTyped || hasDialog
}
