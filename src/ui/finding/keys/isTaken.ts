const FIELDS = 'input, textarea, select, [contenteditable]:not([contenteditable="false" i]), [role="textbox"]'

/**
 * Whether a key is somebody else's: something has handled it already, it is typed into a field, of the page or of any shadow root, or a
 * dialog is open.
 */
export function isTaken(event: KeyboardEvent, root: Document | ShadowRoot): boolean {
  if (event.defaultPrevented || document.designMode === 'on') return true
  if (event.composedPath().some((each) => each instanceof Element && each.matches(FIELDS))) return true
  // The whole page is looked through for a dialog, which no key that is typed has to wait for.
  return [document, root].some((each) => each.querySelector('dialog[open]') !== null)
}
