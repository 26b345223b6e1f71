import type { ThreadNode } from './threadNodes.ts'

/** Items of a list that stand together, in order. Its key is no other's of that list, then or later. */
export type Part<Item> = { key: string; items: readonly Item[] }

/**
 * How large parts are: no heavier than `most`, unless the first item alone is, or items came to stand within. Where a list has gaps that are filled later,
 * what is new begins a part after what was there, so that nothing comes to stand within one.
 */
type Size<Item> = { most: number; weigh: (item: Item) => number; hasGaps?: boolean }

export type Cutter<Item> = (items: readonly Item[], name: string, size: Size<Item>) => readonly Part<Item>[]

/** A branch of so many comments is drawn at once, with what it answers. */
const SHORT_BRANCH = { atOnce: 10, stepwise: 4 }

/** So many comments of a list, with all that is below each. */
export const byItems = (most: number): Size<unknown> => ({ most, weigh: () => 1 })
/** So many comments, with those that are drawn with each. More of them may take a slow processor a tenth of a second to lay out. */
export const STEPWISE: Size<ThreadNode> = { most: 5, weigh: countDrawn }

/** Whether what is below a comment is drawn with it, at once. */
export function isShort({ comment }: ThreadNode, kind: keyof typeof SHORT_BRANCH): boolean {
  return comment.replyCount <= SHORT_BRANCH[kind]
}

/**
 * Cuts lists, each known by its name, into parts. An item stays in its part as long as it is in the list, whatever comes before it or beside it, or goes, so that
 * what is written there stays. A list that is the same object as before has the same parts.
 */
export function createCutter<Item>(idOf: (item: Item) => string): Cutter<Item> {
  const cuts = new Map<string, Cut<Item>>()
  let count = 0
  return (items, name, { most, weigh, hasGaps = false }) => {
    const before = cuts.get(name)
    if (before?.items === items) return before.parts
    const known = items.map((item) => before?.keys.get(idOf(item)))
    const next = nextOf(known)
    const parts: { key: string; items: Item[] }[] = []
    const keys = new Map<string, string>()
    const used = new Set<string>()
    let weight = 0
    for (const [index, item] of items.entries()) {
      const [last, more] = [parts.at(-1), weigh(item)]
      // What was between two of a part may stand elsewhere in another order.
      const key = known[index] !== last?.key && used.has(known[index] ?? '') ? undefined : known[index]
      const isBehindGap = hasGaps && known[index - 1] !== undefined
      const hasRoom = key === undefined && weight + more <= most && !isBehindGap
      if (last && (hasRoom || (known[index] === undefined ? next[index] : key) === last.key)) {
        last.items.push(item)
        weight += more
      } else {
        parts.push({ key: key ?? `${count++}`, items: [item] })
        weight = more
      }
      const { key: own = '' } = parts.at(-1) ?? {}
      keys.set(idOf(item), own)
      used.add(own)
    }
    cuts.set(name, { items, parts, keys })
    return parts
  }
}

/** How a list was cut last, and of each item, by its id, the key of its part. */
type Cut<Item> = { items: readonly Item[]; parts: readonly Part<Item>[]; keys: Map<string, string> }

/** Of each place, the next of what is known after it. */
function nextOf(known: readonly (string | undefined)[]): (string | undefined)[] {
  let next: string | undefined
  return known
    .toReversed()
    .map((each) => {
      const here = next
      next = each ?? next
      return here
    })
    .toReversed()
}

/** The place of the first item of each part, from 0. */
export function placesOf(parts: readonly Part<unknown>[]): number[] {
  let next = 0
  return parts.map(({ items }) => (next += items.length) - items.length)
}

/** How many comments are drawn with one, with it. What is below one that has batches below it comes later, so nothing of its batch stands after it. */
function countDrawn(node: ThreadNode): number {
  if (!isShort(node, 'stepwise') && node.replies.length > 0) return Infinity
  return node.replies.reduce((sum, reply) => sum + countDrawn(reply), 1)
}
