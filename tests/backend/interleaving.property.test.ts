import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Comment } from '../../src/domain/comment.ts'
import type { CommentId } from '../../src/domain/ids.ts'
import { ORDERS, type Order } from '../../src/domain/order.ts'
import { runStory, type Run } from './interleaving/runStory.ts'
import { importOfStory, story } from './interleaving/story.ts'
import { idsByParent } from './readEverything.ts'
import { groupsOfStores } from './stores.ts'

const groups = groupsOfStores()
const cases = ORDERS.flatMap((order) => groups.map((group) => ({ order, ...group })))

test.for(cases)(
  'whatever happens between two pages in the order $order, what was there is served once, in order, and the changes tell the rest, over $group',
  { timeout: 60_000 },
  async ({ order, openers, times }) => {
    await fc.assert(
      fc.asyncProperty(story, async ({ imported, ...plan }) => {
        const runs: Run[] = []
        for (const { open } of openers) {
          const store = await open()
          await store.importDiscussion(importOfStory(imported), { replace: false })
          runs.push(await runStory(store, { order, ...plan }))
        }
        const [first, ...others] = runs
        for (const other of others) expect(other).toEqual(first)
        if (first) checkRun(first, order)
      }),
      // To make what fails smaller would take longer than the test may.
      { numRuns: 20 * times, endOnFailure: true },
    )
  },
)

function checkRun({ there, fresh, served: pages, known }: Run, order: Order): void {
  const served = pages.flatMap(({ comments }) => comments)
  const began = pages[0]?.version ?? 0
  expect([...served, ...fresh, ...known.values()].filter(({ status }) => status === 'held')).toEqual([])
  expect(new Set(served.map(({ id }) => id)).size).toBe(served.length)
  expect(idsByParent(served.filter(({ sequence }) => sequence <= began))).toEqual(idsByParent(there))
  checkOrder(served, fresh, order)
  checkCounts(pages, fresh)

  const knowable = fresh.filter(({ id, status, replyCount, sequence }) => {
    const isGone = status === 'deleted' || status === 'rejected'
    const hasComeAndGone = isGone && replyCount === 0 && sequence > began
    return !hasComeAndGone || known.has(id)
  })
  expect(sortedTexts(known.values())).toEqual(sortedTexts(knowable))
}

/** What came later and was served stands where a fresh reader finds it; but the order of replies is the one of the beginning. */
function checkOrder(served: readonly Comment[], fresh: readonly Comment[], order: Order): void {
  const ids = new Set(served.map(({ id }) => id))
  const expected = idsByParent(fresh.filter(({ id }) => ids.has(id)))
  const found = idsByParent(served)
  if (order === 'replies') expected.set(null, found.get(null) ?? [])
  if (served.length > 0) expect(found).toEqual(expected)
}

/** A page counts what came up to its version, and nothing that came after. */
function checkCounts(pages: Run['served'], fresh: readonly Comment[]): void {
  const byId = new Map(fresh.map((comment) => [comment.id, comment]))
  const below = new Map<CommentId, number[]>()
  for (const { parentId, sequence } of fresh) {
    for (let id = parentId; id !== null; id = byId.get(id)?.parentId ?? null) {
      below.set(id, [...(below.get(id) ?? []), sequence])
    }
  }
  const upTo = (version: number, sequences: readonly number[]) =>
    sequences.filter((sequence) => sequence <= version).length
  for (const { comments, version, total } of pages) {
    const expected = upTo(
      version,
      fresh.map(({ sequence }) => sequence),
    )
    expect(total ?? expected).toBe(expected)
    for (const { id, replyCount } of comments) expect(replyCount).toBe(upTo(version, below.get(id) ?? []))
  }
}

function sortedTexts(comments: Iterable<Comment>): string[] {
  return Array.from(comments, ({ id, status, body }) => `${id} ${status} ${body}`).toSorted()
}
