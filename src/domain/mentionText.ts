import { foldCalledName, opensSentence } from './names.ts'
import { NAME_LIMIT } from './writing.ts'

/** A name that may be meant by what stands after an "@"; nothing marks its end. */
export type CalledName = {
  /** Where it ends in the body, in UTF-16 units. */
  end: number
  folded: string
  /** Whether what follows leaves it at that: a mark, the end of the line, or a word that begins no surname. */
  isWhole: boolean
  /** Whether its words go together as a name's words do, so that it may be taken for a misspelled one. */
  isOne: boolean
}

/** An "@" at the start of a body, from `start` in UTF-16 units, with the names that may be meant, the longest first. */
export type MentionText = { start: number; names: readonly CalledName[] }

type Word = { text: string; end: number; gapAfter: string }

const MOST_WORDS = 4

const BEGINNING = /^[\s\p{Cf}]*@(?:[^\S\n\r\u2028\u2029]|\p{Cf})*/u

/** One more "@" in the word itself: an address of mail or of a server. */
const ADDRESS = /^[^\s,;:!?()]*@/u

/** "10", "5pm", "7th" */
const QUANTITY = /^[\p{Sc}+-]?\p{N}+\p{L}{0,2}$/u

/** A folded name that is none. */
const NUMBER = /^[\p{N}\p{Sc} ]+$/u

const WORD = /[^\s\p{P}]+(?:['’][^\s\p{P}]+)*/uy
const GAP = /\s*&\s*|\.?\s+|[._‐-]/uy

/** What stands after a name by which somebody is called. */
const CALL_END = /^\s*[,:;،，：、–—-]|^[^\S\n]*\n/u

const CONTRACTION = /['’](?:s|re|ve|ll|m|d|t)$/iu

/**
 * The names that a body may call at its very start, after white space: "@Pete, I think", "@ Mike - no", "@George Patton you".
 * Those are its first words, four at most, and all that stands before a comma of the same line, since names may hold
 * anything. `null` where there is none: "@10", "@ 5pm", "@me@example.com".
 */
export function readMention(body: string): MentionText | null {
  const beginning = BEGINNING.exec(body)?.[0]
  if (beginning === undefined) return null
  const from = beginning.length
  const text = body.slice(from, from + 2 * NAME_LIMIT)
  const line = /^.*/u.exec(text)?.[0] ?? ''
  const words = ADDRESS.test(line) ? [] : readWords(line)
  if (words[0] && QUANTITY.test(words[0].text)) return null
  const isApart = /\s$/u.test(beginning)
  const names = [...namesBeforeCommas(line, words), ...namesOfWords(text, words, isApart)]
    .filter(({ folded }) => folded !== '' && !NUMBER.test(folded))
    .map((name) => ({ ...name, end: from + name.end }))
  return names.length === 0 ? null : { start: beginning.indexOf('@'), names }
}

/** The words before a mark, one more than a name may have, to see what follows the last. */
function readWords(line: string): Word[] {
  const words: Word[] = []
  let position = 0
  while (words.length <= MOST_WORDS) {
    const text = matchAt(WORD, line, position)
    if (text === '') break
    const end = position + text.length
    const gapAfter = matchAt(GAP, line, end)
    words.push({ text, end, gapAfter })
    position = end + gapAfter.length
    if (gapAfter === '') break
  }
  return words
}

/** Where the "@" stands apart it may be short for "at": "@ home I", so that only what looks like a name is taken for one. */
function namesOfWords(text: string, words: readonly Word[], isApart: boolean): CalledName[] {
  const last = words.at(-1)
  const isCall = words.length <= MOST_WORDS && last !== undefined && CALL_END.test(text.slice(last.end))
  const isLowerCase = !/^\p{Lu}/u.test(words[0]?.text ?? '')
  const openers = words.map((word) => opensSentence(foldCalledName(word.text)))
  const goesOn = words.map((word, index) => {
    const next = words[index + 1]
    return (
      next !== undefined &&
      isContinued(word, next, { isCall, isLowerCase, isOpener: openers[index + 1] === true })
    )
  })
  return words
    .slice(0, MOST_WORDS)
    .map(({ end }, index) => ({
      end,
      folded: foldCalledName(text.slice(0, end)),
      isWhole: goesOn[index] === false && (isCall || !isApart || !isLowerCase),
      isOne: goesOn.slice(0, index).every(Boolean) && !openers.slice(1, index + 1).includes(true),
    }))
    .toReversed()
}

/** Whether the next word may belong to the same name. A call, "@george smith, no", is taken for a name as a whole. */
function isContinued(
  { text, gapAfter }: Word,
  next: Word,
  { isCall, isLowerCase, isOpener }: { isCall: boolean; isLowerCase: boolean; isOpener: boolean },
): boolean {
  if (gapAfter.includes('&')) return false
  if (!/\s/u.test(gapAfter)) return true
  if (gapAfter.startsWith('.')) return text.length <= 3
  if (CONTRACTION.test(next.text)) return false
  if (/^\p{Ll}/u.test(next.text)) return isCall && isLowerCase
  if (isOpener) return isCall
  return /^[\p{L}\p{N}]/u.test(next.text)
}

/** What stands before commas, the longest first, where it is more or other than the words. */
function namesBeforeCommas(line: string, words: readonly Word[]): CalledName[] {
  const names: CalledName[] = []
  let end = line.indexOf(',')
  for (; end > 0 && names.length < MOST_WORDS; end = line.indexOf(',', end + 1)) {
    const name = line.slice(0, end).trimEnd()
    if (words.some((word) => word.end === name.length)) continue
    names.push({ end: name.length, folded: foldCalledName(name), isWhole: true, isOne: false })
  }
  return names.toReversed()
}

function matchAt(pattern: RegExp, text: string, position: number): string {
  pattern.lastIndex = position
  return pattern.exec(text)?.[0] ?? ''
}
