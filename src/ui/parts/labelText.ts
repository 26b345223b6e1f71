/**
 * Somebody's text for use within an accessible name: without the bidirectional controls (Unicode Standard Annex #9) that
 * would turn the words around it; visible text is isolated by `<bdi>` instead.
 */
export function labelText(text: string): string {
  return text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
}
