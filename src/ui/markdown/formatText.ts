import { linkTarget } from '../discussion/links.ts'

/** A text with what is selected in it, from `start` to before `end`. */
export type Selected = { text: string; start: number; end: number }

export type Format = (selected: Selected) => Selected

/** Stands where the address of a new link is to be written. */
const PLACEHOLDER = 'https://'

/** Addresses as they can stand between brackets, and what follows the words of a link. */
const ADDRESS = /^(?:[^\s()]|\([^\s()]*\))+$/
const REST_OF_LINK = /^\]\(((?:[^\s()]|\([^\s()]*\))+)\)/

/** Marks the selection, or takes its marks away where it has them: done twice, the text is as it was. */
export const toggleBold: Format = (selected) => toggleAround(within(selected, '**'), '**', '**')

/** As `toggleBold`. */
export const toggleItalic: Format = (selected) => toggleAround(within(selected, '*'), '*', '*')

/** As `toggleBold`, between as many backticks as the selection needs; of several lines, a block of code. */
export const toggleCode: Format = (selected) => {
  const words = tightened(selected)
  const code = words.text.slice(words.start, words.end)
  if (/^`[^`\s](?:[^`\n]*[^`\s])?`$/.test(code))
    return toggleAround({ ...words, start: words.start + 1, end: words.end - 1 }, '`', '`')
  if (code.includes('\n')) {
    const lines = wholeLines(words)
    const fence = '`'.repeat(Math.max(3, longestRun(lines.text.slice(lines.start, lines.end)) + 1))
    return toggleAround(lines, `${fence}\n`, `\n${fence}`)
  }
  const run = '`'.repeat(longestRun(code) + 1)
  const pad = /^`|`$/.test(code) ? ' ' : ''
  return toggleAround(words, run + pad, pad + run)
}

/**
 * Makes the selection the words of a link, with its address to be written; or, where it is an address, makes it that, with
 * its words to be written. Done again at once, the text is as it was.
 */
export const toggleLink: Format = (selected) => {
  const { text, start, end } = tightened(selected)
  const before = text.slice(0, start)
  const after = text.slice(end)
  const words = text.slice(start, end)
  const [unnamed, address = ''] = (words === '' && before.endsWith('[') && REST_OF_LINK.exec(after)) || []
  if (unnamed && (isAddress(address) || address === PLACEHOLDER)) {
    const kept = address === PLACEHOLDER ? '' : address
    return joined(before.slice(0, -1), kept, after.slice(unnamed.length))
  }
  const [unaddressed, named = ''] =
    (words === PLACEHOLDER && after.startsWith(')') && /\[([^[\]]+)\]\($/.exec(before)) || []
  if (unaddressed && !isAddress(named))
    return joined(before.slice(0, -unaddressed.length), named, after.slice(1))
  if (words === '') return joined(`${before}[`, '', `](${PLACEHOLDER})${after}`)
  if (isAddress(words)) return joined(`${before}[`, '', `](${words})${after}`)
  return joined(`${before}[${words}](`, PLACEHOLDER, `)${after}`)
}

function isAddress(words: string): boolean {
  return ADDRESS.test(words) && linkTarget(words) !== null
}

function toggleAround(selected: Selected, open: string, close: string): Selected {
  const { text, start, end } = selected
  const before = text.slice(0, start)
  const after = text.slice(end)
  const middle = text.slice(start, end)
  // As `*` stands for one thing and `**` for another, a number of them that is odd holds this mark, and an even one does not.
  const isMarked = Math.min(countAtEnd(before, open), countAtStart(after, close)) % 2 === 1
  return isMarked
    ? joined(before.slice(0, -open.length), middle, after.slice(close.length))
    : joined(before + open, middle, close + after)
}

/** The selection without the white space at its ends. */
function tightened({ text, start, end }: Selected): Selected {
  const words = text.slice(start, end)
  const from = start + (words.length - words.trimStart().length)
  return {
    text,
    start: words.trim() === '' ? start : from,
    end: words.trim() === '' ? start : from + words.trim().length,
  }
}

/** The selection without the marks, and the white space, that it begins and ends with. */
function within(selected: Selected, mark: string): Selected {
  let inner = tightened(selected)
  for (;;) {
    const words = inner.text.slice(inner.start, inner.end)
    if (words.length < 2 * mark.length || !words.startsWith(mark) || !words.endsWith(mark)) return inner
    inner = tightened({ ...inner, start: inner.start + mark.length, end: inner.end - mark.length })
  }
}

function wholeLines({ text, start, end }: Selected): Selected {
  const next = text.indexOf('\n', end)
  return { text, start: text.slice(0, start).lastIndexOf('\n') + 1, end: next === -1 ? text.length : next }
}

function joined(before: string, middle: string, after: string): Selected {
  return { text: before + middle + after, start: before.length, end: before.length + middle.length }
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))
}

function countAtEnd(text: string, mark: string): number {
  let count = 0
  while (text.endsWith(mark, text.length - count * mark.length)) count += 1
  return count
}

function countAtStart(text: string, mark: string): number {
  let count = 0
  while (text.startsWith(mark, count * mark.length)) count += 1
  return count
}
