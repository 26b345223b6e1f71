import { expect, test } from 'vitest'
import fc from 'fast-check'
import type { Match } from '../../src/api/finding.ts'
import { problemOf } from '../../src/api/problem.ts'
import { createLocalSignal } from '../../src/backend/changeSignal.ts'
import { PAGE_WEIGHT } from '../../src/backend/pageWeight.ts'
import { createHandler } from '../../src/backend/handler.ts'
import { createMemoryStore } from '../../src/backend/memoryStore.ts'
import { createService } from '../../src/backend/service.ts'
import type { Store } from '../../src/backend/store.ts'
import { createClient } from '../../src/api/client.ts'
import { BASE_PATH } from '../../src/api/basePath.ts'
import type { Api } from '../../src/api/contract.ts'
import { randomId, type CommentId, type DiscussionId } from '../../src/domain/ids.ts'
import { parseQuery } from '../../src/domain/search.ts'
import { codePoints } from '../../src/domain/writing.ts'
import { NAUGHTY_TEXTS } from '../support/hostileTexts.ts'
import { at, importOf } from './imports.ts'
import { revised } from './store/support.ts'
import { everyKindOfStore, groupsOfStores } from './stores.ts'

const discussionId = 'a' as DiscussionId
const LARGEST = 1_000

test.for(Object.entries(everyKindOfStore()))(
  'every naughty text is found where there is anything to find, over %s',
  async ([, { open }]) => {
    const rows = NAUGHTY_TEXTS.map((text, n) => [`n${n}`, null, n, 'Ann', text] as const)
    const { api } = await openOver(open, rows)
    let found = 0
    for (const [index, q] of NAUGHTY_TEXTS.entries()) {
      const isFair = codePoints(q.trim()) <= 200 && parseQuery(q) !== null
      if (!isFair) {
        const refused = api.searchComments({ discussionId, q }).catch(problemOf)
        expect(await refused).toMatchObject({ code: 'invalid', field: 'q' })
        continue
      }
      const ids = (await readAll(api, { q })).map(({ comment }) => String(comment.id))
      expect(ids).toContain(`n${index}`)
      found += 1
    }
    expect(found).toBeGreaterThan(400)
  },
)

test('pages of matches stay below their weight, whatever is in them, and hold each match once', async () => {
  const rows = Array.from({ length: 60 }, (_, n) => {
    const above = n % 30 === 0 ? null : `c${n - 1}`
    return [`c${n}`, above, n, 'Łukasz'.repeat(9), n % 3 === 0 ? 'a b '.repeat(2_000) : 'a'] as const
  })
  const { api } = await openOver(async () => createMemoryStore(), rows)
  const pages: Match[][] = []
  const matches = await readAll(api, { q: 'a' }, pages)
  for (const page of pages.filter(({ length }) => length > 1)) {
    expect(new TextEncoder().encode(JSON.stringify(page)).length).toBeLessThanOrEqual(PAGE_WEIGHT)
  }
  expect(pages.length).toBeLessThan(20)
  expect(matches.map(({ comment }) => String(comment.id))).toEqual(rows.map(([id]) => id).toReversed())
})

test.for(groupsOfStores())(
  'whatever is searched for, $group find what a plain look at every comment finds',
  async ({ openers, times }) => {
    const word = fc.constantFrom('one', 'Two', 'zürich', 'Zurich')
    const row = fc.record({
      parent: fc.nat(40),
      minute: fc.nat(4),
      name: fc.constantFrom('Ann', 'ANN', 'Bob one'),
      words: fc.array(word, { maxLength: 3 }),
      isGone: fc.constantFrom(false, false, false, true),
    })
    const asked = fc.record(
      {
        q: fc.constantFrom('one', 'ONE two', 'zurich', '"one two"'),
        author: fc.constantFrom('ann', 'bob one', 'bob'),
        from: fc.nat(5).map(at),
        until: fc.nat(5).map(at),
      },
      { requiredKeys: [] },
    )
    const run = fc.record({ rows: fc.array(row, { maxLength: 60, size: 'max' }), asked })
    await fc.assert(
      fc.asyncProperty(run, async ({ rows, asked: query }) => {
        fc.pre(Object.keys(query).length > 0)
        const imported = rows.map(({ parent, minute, name, words }, n) => {
          const above = parent < n ? `c${parent}` : null
          return [`c${n}`, above, minute, name, words.join(' ')] as const
        })
        const plain = rows
          .map((each, n) => ({ ...each, id: `c${n}` }))
          .filter(({ isGone }) => !isGone)
          .filter(({ name, words, minute }) => {
            const text = `${words.join(' ')}|${name}`.toLowerCase().replaceAll('ü', 'u')
            const terms = query.q === '"one two"' ? ['one two'] : (query.q?.toLowerCase().split(' ') ?? [])
            return (
              terms.every((term) => text.includes(term)) &&
              (query.author ?? name.toLowerCase()) === name.toLowerCase() &&
              (query.from ?? '') <= at(minute) &&
              at(minute) < (query.until ?? '9')
            )
          })
          .map(({ id }) => id)
        const answers = await Promise.all(
          openers.map(async ({ open }) => {
            const { api, store } = await openOver(open, imported)
            for (const [n, { isGone }] of rows.entries()) {
              if (!isGone) continue
              await store.revise(discussionId, `c${n}` as CommentId, (comment) =>
                revised(comment, { status: n % 2 === 0 ? 'deleted' : 'rejected' }),
              )
            }
            return { matches: await readAll(api, query), overview: await api.readOverview({ discussionId }) }
          }),
        )
        const [first, ...others] = answers
        for (const other of others) expect(other).toEqual(first)
        expect(first?.matches.map(({ comment }) => String(comment.id)).toSorted()).toEqual(plain.toSorted())
      }),
      { numRuns: 60 * times },
    )
  },
)

type Asked = { q?: string; author?: string; from?: string; until?: string }

async function readAll(api: Api, asked: Asked, pages: Match[][] = []): Promise<Match[]> {
  let total = 0
  for (let cursor: string | null | undefined; cursor !== null && pages.length < LARGEST;) {
    const page = await api.searchComments({ discussionId, ...asked, ...(cursor && { cursor }) })
    pages.push(page.matches)
    total = page.total
    cursor = page.nextCursor
  }
  const matches = pages.flat()
  expect(matches).toHaveLength(total)
  return matches
}

/** A client of the handler over a store, with a discussion in it. */
async function openOver(open: () => Promise<Store>, rows: Parameters<typeof importOf>[1]) {
  const store = await open()
  await store.importDiscussion(importOf('a', rows, { maxDepth: 99 }), { replace: false })
  const ports = { store, clock: () => new Date(0), ids: randomId<CommentId>, signal: createLocalSignal() }
  return { store, api: createClient(createHandler(createService(ports)), `http://comments.test${BASE_PATH}`) }
}
