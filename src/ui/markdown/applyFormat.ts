import type { Format } from './formatText.ts'

/**
 * Formats what is selected in a field, as if it were typed: it can be undone with the browser's own means where the browser
 * lets scripts write so, and who listens to the field hears it. The field has focus then.
 */
export function applyFormat(field: HTMLTextAreaElement, format: Format): void {
  if (field.disabled || field.readOnly) return
  const { value, selectionStart, selectionEnd } = field
  const { text, start, end } = format({ text: value, start: selectionStart, end: selectionEnd })
  const from = commonStart(value, text)
  const kept = commonStart(reversed(value.slice(from)), reversed(text.slice(from)))
  const replacement = text.slice(from, text.length - kept)
  field.focus()
  field.setSelectionRange(from, value.length - kept)
  if (text !== value && !(typesIn(field.ownerDocument, replacement) && field.value === text)) {
    field.value = value
    field.setRangeText(replacement, from, value.length - kept, 'end')
    field.dispatchEvent(
      new InputEvent('input', { bubbles: true, inputType: 'insertText', data: replacement }),
    )
  }
  field.setSelectionRange(start, end)
}

/** Whether the browser could write where the caret is. */
function typesIn(document: Document, text: string): boolean {
  if (typeof document.execCommand !== 'function') return false
  return text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text)
}

function commonStart(a: string, b: string): number {
  let length = 0
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length += 1
  return length
}

function reversed(text: string): string {
  return text.split('').toReversed().join('')
}
