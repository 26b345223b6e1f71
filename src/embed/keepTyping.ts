const TYPING = [
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'input',
  // Of Chromium and Safari, for each piece of text.
  'textInput',
  'change',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'copy',
  'cut',
  'paste',
]

/** Leave a field, and are no text. */
const LEAVING = new Set(['Tab', 'Escape'])

/**
 * Keeps what is typed in the fields of a shadow root from what bubbles to the page: outside, an event seems to come from the
 * element itself, so that a page with shortcuts would take letters of a comment for them. Gives the way to stop.
 */
export function keepTyping(root: ShadowRoot): () => void {
  for (const type of TYPING) root.addEventListener(type, keep)
  return () => {
    for (const type of TYPING) root.removeEventListener(type, keep)
  }
}

function keep(event: Event): void {
  const isLeaving = event instanceof KeyboardEvent && LEAVING.has(event.key)
  const isInField = event.target instanceof Element && event.target.matches('input, textarea, select')
  if (isInField && !isLeaving) event.stopPropagation()
}
