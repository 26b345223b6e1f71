import type { HoldReason } from '../domain/comment.ts'
import { foldText } from '../domain/search.ts'
import type { PostRequest } from './store.ts'

/** What is written, as far as it tells whether it is held. */
export type Written = Pick<PostRequest, 'authorName' | 'body' | 'format'>

/** What is to be held, and why. */
export type Held = { held: HoldReason }

/**
 * Decides, from what is written alone, whether it is held until somebody has looked at it. Of an edit, `stands` is what it comes in place
 * of, which has been looked at: what is no worse than that is not held.
 */
export type Moderate = (written: Written, stands?: Written) => Held | null

/** Most web addresses of a text that is not held, where nothing else is said. */
export const ADDRESS_LIMIT = 3

/** Begins a web address; one within another, as web archives have it, is not counted again. */
const ADDRESS = /(?<![\w/=])(?:https?:\/\/|www\.)(?=\S)/gi

/** Holds texts of many web addresses, and of more than `stands` has. */
export function holdManyAddresses(
  written: { body: string },
  limit = ADDRESS_LIMIT,
  stands?: { body: string },
): Held | null {
  const most = Math.max(limit, stands ? countAddresses(stands) : 0)
  return countAddresses(written) > most ? { held: 'links' } : null
}

function countAddresses({ body }: { body: string }): number {
  return body.match(ADDRESS)?.length ?? 0
}

/**
 * Holds texts and names that have one of these words or phrases as a whole, which `stands` has not, whatever their case and accents. Not
 * empty once they are folded.
 */
export function holdWords(
  words: readonly string[],
): (written: Omit<Written, 'format'>, stands?: Omit<Written, 'format'>) => Held | null {
  const folded = words.map((word) => foldText(word).trim())
  return (written, stands) => {
    const found = findIn(written)
    const known = stands ? findIn(stands) : () => false
    return folded.some((word) => found(word) && !known(word)) ? { held: 'words' } : null
  }
}

function findIn({ authorName, body }: Omit<Written, 'format'>): (word: string) => boolean {
  const texts = [foldText(authorName), foldText(body)]
  return (word) => texts.some((text) => hasWord(text, word))
}

/** How a post came to be, as far as its client tells. */
export type Signs = { emptyField?: string | undefined; writingTime?: number | undefined }

/**
 * Holds what a program has filled in: a field that people do not see, and texts that were sent sooner than in so many milliseconds. Clients
 * that tell nothing of it, as older ones do, are not held for it.
 */
export function holdPrograms({ emptyField = '', writingTime = Infinity }: Signs, least: number): Held | null {
  if (emptyField !== '') return { held: 'trap' }
  return writingTime < least ? { held: 'haste' } : null
}

/** Goes by the rules of a site; the first one that holds counts. */
export function moderateBy({ links, words }: { links: number; words: readonly string[] }): Moderate {
  const holdTheseWords = holdWords(words)
  return (written, stands) => holdManyAddresses(written, links, stands) ?? holdTheseWords(written, stands)
}

/** Of scripts that have no spaces. */
const UNSPACED = String.raw`[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]`
const WORD = String.raw`[\p{L}\p{N}\p{M}_]`

/** A place where no word goes on; amid letters of scripts without spaces it is anywhere but before a mark. */
const BOUNDARY = new RegExp(`(?<!${WORD})|(?!${WORD})|(?<=${UNSPACED})(?!\\p{M})|(?=${UNSPACED})`, 'uy')

function hasWord(text: string, word: string): boolean {
  for (let place = text.indexOf(word); place !== -1; place = text.indexOf(word, place + 1)) {
    if (isBoundary(text, place) && isBoundary(text, place + word.length)) return true
  }
  return false
}

function isBoundary(text: string, place: number): boolean {
  BOUNDARY.lastIndex = place
  return BOUNDARY.test(text)
}
