import type { Comment } from './comment.ts'
import { readMention, type CalledName } from './mentionText.ts'
import { foldCalledName, leadingParts } from './names.ts'
import { indexNames, type NamesAlike } from './namesAlike.ts'

/**
 * A way in which a name may be meant. Slots are numbers of what people can be called by: a whole name, or the first words of
 * longer ones.
 */
export type Call = {
  slots: readonly number[]
  /** Whether it means people of the writer's own name, or all but those. */
  ofSelf: boolean
  /** Whether it means somebody of the same thread, or else nobody. */
  isOfThread: boolean
  /** Where the called name ends in the body. */
  end: number
}

/** A comment that calls somebody: its rounds come one after the other, each through all scopes. */
export type Caller = {
  start: number
  rounds: readonly (readonly Call[])[]
  /** Those of its calls, each once. */
  slots: readonly number[]
}

/** Who calls whom in a discussion; comments go by their place in it. */
export type Calls = {
  callers: ReadonlyMap<number, Caller>
  /** By name, the slots of a person that are called somewhere. */
  slots: readonly (readonly number[])[]
  /** By comment, the number of its writer's folded name; -1 where it cannot be called. */
  nameOf: readonly number[]
}

/** What the people of a discussion can be called by; numbers of whole names are those of the names. */
type Directory = {
  whole: ReadonlyMap<string, number>
  leading: ReadonlyMap<string, number>
  near: NamesAlike
}

/** Of shorter names, in characters, there are many that differ by one letter: "Marta" and "Martha". */
const SHORT_NAME = 8

/** Reads who is called in comments, given oldest first, as far as somebody among their writers goes by such a name. */
export function findCalls(comments: readonly Comment[]): Calls {
  const whole = new Map<string, number>()
  const nameOf = numberNames(comments, whole)
  const leading = new Map<string, number>()
  const slotsOf = [...whole].map(([folded, name]) => [
    name,
    ...leadingParts(folded).map((part) => numberIn(leading, part, whole.size + leading.size)),
  ])
  const directory: Directory = { whole, leading, near: indexNames([...whole.keys()]) }
  const callers = new Map<number, Caller>()
  const called = new Set<number>()
  const met = new Set<number>()
  for (const [place, name] of nameOf.entries()) {
    const comment = comments[place]
    const mention = comment && isThere(comment) ? readMention(comment.body) : null
    if (mention) {
      const rounds = roundsOf(mention.names, directory, (each) => each !== name && met.has(each))
      const slots = [...new Set(rounds.flat().flatMap((call) => call.slots))]
      if (slots.length > 0) callers.set(place, { start: mention.start, rounds, slots })
      for (const slot of slots) called.add(slot)
    }
    met.add(name)
  }
  return { callers, slots: slotsOf.map((slots) => slots.filter((slot) => called.has(slot))), nameOf }
}

function numberNames(comments: readonly Comment[], whole: Map<string, number>): number[] {
  const known = new Map<string, number>()
  return comments.map((comment) => {
    if (!isThere(comment)) return -1
    const { name } = comment.author
    const before = known.get(name)
    if (before !== undefined) return before
    const folded = foldCalledName(name)
    const number = folded === '' ? -1 : numberIn(whole, folded, whole.size)
    known.set(name, number)
    return number
  })
}

/** `isMet` tells whether somebody else has written before under a name, who then is found as it is written. */
function roundsOf(
  names: readonly CalledName[],
  { whole, leading, near }: Directory,
  isMet: (name: number) => boolean,
): Call[][] {
  const wholeNames = names.filter(({ isWhole }) => isWhole)
  const written = wholeNames.map(({ folded, end }) => {
    const name = slotIn(whole, folded)
    return [callOf(name, end), callOf(slotIn(leading, folded), end), { ...callOf(name, end), ofSelf: true }]
  })
  if (wholeNames.some(({ folded }) => slotIn(whole, folded).some(isMet))) return written
  const misspelled = wholeNames
    .filter(({ isOne }) => isOne)
    .map(({ folded, end }) =>
      near.alike(folded).map((slots, mistakes) => ({
        ...callOf(slots, end),
        isOfThread: mistakes > 0 && Array.from(folded).length < SHORT_NAME,
      })),
    )
  const beginnings = names
    .filter(({ isWhole }) => !isWhole)
    .map(({ folded, end }) => [callOf(slotIn(whole, folded), end)])
  return [...written, ...misspelled, ...beginnings]
}

function callOf(slots: readonly number[], end: number): Call {
  return { slots, ofSelf: false, isOfThread: false, end }
}

function slotIn(numbers: ReadonlyMap<string, number>, folded: string): number[] {
  const slot = numbers.get(folded)
  return slot === undefined ? [] : [slot]
}

function isThere({ status }: Comment): boolean {
  return status === 'published' || status === 'held'
}

function numberIn(numbers: Map<string, number>, key: string, next: number): number {
  const known = numbers.get(key) ?? next
  numbers.set(key, known)
  return known
}
