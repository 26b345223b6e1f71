import type { Format, Selected } from './formatText.ts'

/** What lines begin with, at which they are known again. `isForBlank` of what blank lines between others get too. */
type Prefix = { write: (index: number) => string; known: RegExp; isForBlank: boolean }

const QUOTE: Prefix = { write: () => '> ', known: /^> /, isForBlank: true }
const BULLET: Prefix = { write: () => '- ', known: /^- /, isForBlank: false }
const NUMBER: Prefix = { write: (index) => `${index + 1}. `, known: /^\d{1,9}\. /, isForBlank: false }

/** Makes the lines of the selection a quotation, or no longer one: done twice, the text is as it was. */
export const toggleQuote: Format = (selected) => toggleLines(selected, QUOTE)

/** As `toggleQuote`, each line an item. */
export const toggleBullets: Format = (selected) => toggleLines(selected, BULLET)

/** As `toggleQuote`, each line an item with its number; of a list that began elsewhere than at 1 the numbers are lost. */
export const toggleNumbers: Format = (selected) => toggleLines(selected, NUMBER)

function toggleLines({ text, start, end }: Selected, prefix: Prefix): Selected {
  const from = text.slice(0, start).lastIndexOf('\n') + 1
  const lineEnd = text.indexOf('\n', isBehindLine(text, start, end) ? end - 1 : end)
  const to = lineEnd === -1 ? text.length : lineEnd
  const lines = text.slice(from, to).split('\n')
  const counts = lines.map((line) => countPrefixes(line, prefix))
  const hasWords = lines.some((line) => !isBlank(line, prefix))
  const isMeant = (line: string) => prefix.isForBlank || !hasWords || !isBlank(line, prefix)
  const isMarked = Math.min(...counts.filter((_, index) => isMeant(lines[index] ?? ''))) % 2 === 1

  let item = -1
  const changed = lines.map((line) => {
    if (!isMeant(line)) return line
    item += 1
    return isMarked ? line.replace(prefix.known, '') : prefix.write(item) + line
  })
  const block = changed.join('\n')
  const caret = Math.max(from, start + (changed[0]?.length ?? 0) - (lines[0]?.length ?? 0))
  return {
    text: text.slice(0, from) + block + text.slice(to),
    start: start === end ? caret : from,
    end: start === end ? caret : from + block.length,
  }
}

/** Whether the line in which the selection ends is not meant: nothing of it is selected, and it is no line that was emptied. */
function isBehindLine(text: string, start: number, end: number): boolean {
  return end > start && text[end - 1] === '\n' && /^[^\n]/.test(text.slice(end, end + 1))
}

function countPrefixes(line: string, { known }: Prefix): number {
  let count = 0
  for (let rest = line; known.test(rest); rest = rest.replace(known, '')) count += 1
  return count
}

/** Whether a line holds nothing, or nothing but what a list begins with. */
function isBlank(line: string, { known }: Prefix): boolean {
  let rest = line
  while (known.test(rest)) rest = rest.replace(known, '')
  return rest.trim() === ''
}
