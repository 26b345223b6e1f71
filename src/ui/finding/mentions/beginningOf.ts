/** Most characters of a text that are previewed, in code points. */
const MOST = 280

/** The beginning of a text in one line, cut between words where it can be. */
export function beginningOf(text: string): string {
  const line = text
    .slice(0, 4 * MOST)
    .replace(/\s+/gu, ' ')
    .trim()
  const characters = Array.from(line)
  if (characters.length <= MOST) return line
  const cut = characters.slice(0, MOST).join('')
  const end = cut.lastIndexOf(' ')
  return `${cut.slice(0, end > MOST / 2 ? end : undefined)}…`
}
