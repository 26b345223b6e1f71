import { groupBy } from './groupBy.ts'

/** Names among which misspelled ones can be looked up. */
export type NamesAlike = {
  /**
   * The numbers of the names that a folded one may be meant for, by how far they are from it: at 0 those that differ in white
   * space alone, at 1 and 2 those with as many letters left out, added, changed or swapped with the next one. The name
   * itself is not among them. Empty where very many are alike.
   */
  alike: (folded: string) => readonly (readonly number[])[]
}

type Spelling = {
  text: string
  characters: readonly string[]
  /** How many of the characters may be misspelled. */
  letters: number
  /** The others. */
  rest: string
  /** 32 bits that tell roughly which characters there are. */
  mask: number
}
type Entry = Spelling & { folded: string; number: number }

/** Beyond as many names that are alike, none is told apart by its spelling. */
const MOST_ALIKE = 50

const FARTHEST = 2

/**
 * The index of folded names, each with its place as its number. One letter may be wrong in a name of 4 to 7 letters, two in a
 * longer one, but never the first character, a digit, a symbol or an ideograph. Only names of about the same length are compared.
 */
export function indexNames(names: readonly string[]): NamesAlike {
  const known = new Map<string, readonly (readonly number[])[]>()
  let buckets: Map<string, Entry[]> | null = null
  return {
    alike: (folded) => {
      buckets ??= fillBuckets(names)
      const found = known.get(folded) ?? lookUp(buckets, folded)
      known.set(folded, found)
      return found
    },
  }
}

function fillBuckets(names: readonly string[]): Map<string, Entry[]> {
  const entries = names.map((folded, number) => ({ ...spellingOf(folded), folded, number }))
  return groupBy(entries, (entry) => bucketKey(entry, entry.letters))
}

function lookUp(buckets: ReadonlyMap<string, readonly Entry[]>, folded: string): number[][] {
  const wanted = spellingOf(folded)
  const found: number[][] = [[], [], []]
  let count = 0
  for (let letters = wanted.letters - FARTHEST; letters <= wanted.letters + FARTHEST; letters++) {
    const allowed = mistakesAllowed(Math.min(letters, wanted.letters))
    if (Math.abs(letters - wanted.letters) > allowed) continue
    for (const entry of buckets.get(bucketKey(wanted, letters)) ?? []) {
      if (entry.folded === folded || bitsOf(entry.mask ^ wanted.mask) > 2 * allowed) continue
      const distance = distanceOf(wanted, entry, allowed)
      if (distance > allowed) continue
      found[distance]?.push(entry.number)
      if (++count > MOST_ALIKE) return []
    }
  }
  return found
}

function spellingOf(folded: string): Spelling {
  const text = folded.replaceAll(' ', '')
  const characters = [...text]
  const rest = text.replace(LETTER, '')
  let mask = 0
  for (const each of characters) mask |= 1 << ((each.codePointAt(0) ?? 0) % 32)
  return { text, characters, letters: characters.length - [...rest].length, rest, mask }
}

const LETTER = /(?!\p{Ideographic})\p{L}/gu

function bucketKey({ characters, rest }: Spelling, letters: number): string {
  return `${characters[0]} ${letters} ${rest}`
}

function mistakesAllowed(letters: number): number {
  return letters < 4 ? 0 : letters < 8 ? 1 : FARTHEST
}

/** How many of 32 bits are set. */
function bitsOf(mask: number): number {
  let count = 0
  for (let left = mask; left !== 0; left &= left - 1) count += 1
  return count
}

/** The distance of Damerau and Levenshtein, each letter being swapped at most once (optimal string alignment). */
function distanceOf(a: Spelling, b: Spelling, allowed: number): number {
  if (a.text === b.text) return 0
  if (allowed === 0) return Infinity
  let beforeLast: number[] = []
  let last = [0, ...b.characters.map((_, column) => column + 1)]
  for (const [row, left] of a.characters.entries()) {
    const current = [row + 1]
    for (const [column, right] of b.characters.entries()) {
      const changed = at(last, column) + (left === right ? 0 : 1)
      const isSwap = left === b.characters[column - 1] && right === a.characters[row - 1]
      const swapped = isSwap ? at(beforeLast, column - 1) + 1 : Infinity
      current.push(Math.min(changed, swapped, at(last, column + 1) + 1, at(current, column) + 1))
    }
    beforeLast = last
    last = current
  }
  return at(last, b.characters.length)
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity
}
