import type { Random } from './seededRandom.ts'

/** Where and when a comment stands. Others are named by their index in the order of the page. */
export type Place = {
  /** 1 at the top level. */
  depth: number
  parent: number | null
  /** Whom it answers: its parent, or one beside it, where that stands too deep to be replied to. */
  answered: number | null
  /** Since the article. */
  minute: number
}

export const DEEPEST = 10

const TOP_LEVEL_SHARE = 0.35
/** From this many comments on, there are large threads, which together hold a third of them. */
const LARGE_FROM = 300
const LARGE_SHARE = 0.33
const MOST_LARGE = 8
/** The place of the first large thread, so that it is met early. */
const FIRST_LARGE = 4
const DAY = 24 * 60
const LAST_THREAD = 21 * DAY
const LAST_REPLY = 26 * DAY

/**
 * The places of just `count` comments in the order of a page: threads newest first, replies oldest first and after their
 * parent. About 35 % are threads, most of which have no reply; replies go where replies are, so that few threads are long.
 * Of 1,000 comments, 330 stand in one large thread; of 10,000 and more, a few have a thousand and more replies. Linear but
 * for sorting, iterative.
 */
export function generatePlaces(random: Random, count: number): Place[] {
  const threadCount = Math.min(count, Math.max(1, Math.round(count * TOP_LEVEL_SHARE)))
  const sizes = generateSizes(random, threadCount, count - threadCount)
  const starts = sizes.map(() => Math.floor(random() ** 2.5 * LAST_THREAD)).toSorted((a, b) => b - a)
  const places: Place[] = []
  for (const [index, size] of sizes.entries()) {
    const thread = generateThread(random, starts[index] ?? 0, size)
    appendInPageOrder(places, thread)
  }
  return places
}

/** How many replies each thread has. */
function generateSizes(random: Random, threadCount: number, replyCount: number): number[] {
  const sizes = Array.from({ length: threadCount }, () => 0)
  const count = threadCount + replyCount
  const largeCount = count < LARGE_FROM ? 0 : Math.min(MOST_LARGE, Math.ceil(count / 3500))
  let left = replyCount
  for (let index = 0; index < largeCount; index++) {
    const size = Math.floor(Math.min(1000 * (1 + random()), (LARGE_SHARE * count) / largeCount))
    sizes[FIRST_LARGE + Math.floor((index * (threadCount - FIRST_LARGE)) / largeCount)] = size
    left -= size
  }
  const chosen: number[] = []
  while (chosen.length < left) {
    const earlier = random() < 0.6 ? chosen[Math.floor(random() * chosen.length)] : undefined
    const thread = earlier ?? Math.floor(random() * threadCount)
    chosen.push(thread)
    sizes[thread] = (sizes[thread] ?? 0) + 1
  }
  return sizes
}

/** One thread in the order of time, its parents named by that order. */
function generateThread(random: Random, start: number, size: number): Place[] {
  const root: Place = { depth: 1, parent: null, answered: null, minute: start }
  const thread = [root]
  const span = (LAST_REPLY - start) * random() ** 2
  const minutes = Array.from({ length: size }, () => Math.floor(start + span * random() ** 2))
  for (const minute of minutes.toSorted((a, b) => a - b)) {
    const latest = thread.length - 1
    const answered = random() < 0.3 ? 0 : latest - Math.floor(random() ** 2 * thread.length)
    const { depth, parent } = thread[answered] ?? root
    const isTooDeep = depth === DEEPEST
    thread.push({
      depth: isTooDeep ? depth : depth + 1,
      parent: isTooDeep ? parent : answered,
      answered,
      minute,
    })
  }
  return thread
}

function appendInPageOrder(places: Place[], thread: readonly Place[]): void {
  const replies: number[][] = thread.map(() => [])
  for (const [index, { parent }] of thread.entries()) if (parent !== null) replies[parent]?.push(index)
  const placeOf: number[] = []
  const waiting = [0]
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const place = thread[index]
    if (place === undefined) continue
    const { parent, answered } = place
    placeOf[index] = places.length
    places.push({
      ...place,
      parent: parent === null ? null : (placeOf[parent] ?? null),
      answered: answered === null ? null : (placeOf[answered] ?? null),
    })
    waiting.push(...(replies[index] ?? []).toReversed())
  }
}
