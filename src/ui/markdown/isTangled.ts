/** Markers of quotes and lists, in one line and in all. */
const MOST_NESTED = 16
const MOST_CONTAINERS = 800
/** Marks of emphasis, in all. */
const MOST_MARKS = 400
const MOST_LINES = 2000

const CONTAINERS = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)))+/gm
const CONTAINER = />|[-+*]|\d+[.)]/g
/** Only those count that are in the group: not what is escaped, nor a `_` within a word. */
const MARKS = /\\[^]|[\p{L}\p{N}]_+(?=[\p{L}\p{N}])|(\*+|_+)/gu

/**
 * Whether a text is so nested, marked or broken into lines that nobody reads it as Markdown. To find out what belongs together
 * in it would take time that grows with the square of its marks.
 */
export function isTangled(text: string): boolean {
  if (text.split('\n').length > MOST_LINES) return true
  const nested = (text.match(CONTAINERS) ?? []).map((markers) => markers.match(CONTAINER)?.length ?? 0)
  if (nested.some((count) => count > MOST_NESTED)) return true
  if (nested.reduce((sum, count) => sum + count, 0) > MOST_CONTAINERS) return true
  let marks = 0
  for (const [, mark] of text.matchAll(MARKS)) if (mark) marks += 1
  return marks > MOST_MARKS
}
