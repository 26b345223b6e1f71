import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createMemoryServerStore } from '../../src/backend/memoryServerStore.ts'
import type { ServerStore } from '../../src/backend/serverStore.ts'
import type { ArticleId } from '../../src/domain/ids.ts'
import { ORDERS } from '../../src/domain/order.ts'
import { exportText, importText } from '../support/transfer.ts'
import { at } from './imports.ts'
import { runStory } from './interleaving/runStory.ts'
import { importOfStory, story } from './interleaving/story.ts'
import { attempt, factsOf, here, id, post, repliesTo, threads } from './store/support.ts'
import { everyKindOfServerStore } from './stores.ts'

const happened = fc.record({ story, erased: fc.array(fc.nat(400), { maxLength: 4 }) })

test.for(everyKindOfServerStore())(
  'whatever happened in a discussion, it answers alike once it is exported and imported, over $name',
  { timeout: 120_000 },
  async ({ name, open }) => {
    await fc.assert(
      fc.asyncProperty(happened, async ({ story: { imported, ...plan }, erased }) => {
        const first = await open()
        await first.importDiscussion(importOfStory(imported), { replace: false })
        const { there } = await runStory(first, { order: 'newest', ...plan })
        for (const which of erased) {
          const chosen = there[which % Math.max(1, there.length)]
          if (chosen) await first.erase(here, chosen.id)
        }
        const [text, answers] = [await exportText(first, 'a'), await readAll(first)]

        const inMemory = createMemoryServerStore()
        expect(await importText(inMemory, text)).toEqual([{ discussionId: here, isTaken: true }])
        expect(await readAll(inMemory)).toEqual(answers)
        expect(await exportText(inMemory, 'a')).toBe(text)

        const second = await open()
        await importText(second, text)
        expect(await readAll(second)).toEqual(answers)
        expect(await exportText(second, 'a')).toBe(text)
        // What comes later comes to each alike.
        for (const store of [inMemory, second]) await goOn(store, text)
        expect(await readAll(second)).toEqual(await readAll(inMemory))
      }),
      { numRuns: name === 'memory' ? 10 : 3, endOnFailure: true },
    )
  },
)

/** What every reading method tells of the discussion. */
async function readAll(store: ServerStore) {
  const discussion = await store.readDiscussion(here)
  const { version = 0, importedIn = 0 } = discussion ?? {}
  const ids = idsIn(await exportText(store, 'a'))
  const versions = [0, importedIn, Math.floor((importedIn + version) / 2), version]
  const each = <Value>(read: (each: (typeof ids)[number]) => Promise<Value>) => Promise.all(ids.map(read))
  const { recent } = await factsOf(store, attempt({ since: at(0) }))
  return {
    discussion,
    article: await store.readArticle('a' as ArticleId),
    comments: await each((wanted) => store.readComment(here, wanted)),
    kept: await each((wanted) => store.readKept(here, wanted)),
    surroundings: await each((wanted) => store.readSurroundings(here, wanted, 'newest', 30)),
    replies: await each((wanted) => store.listBranches(repliesTo(wanted), 30)),
    threads: await Promise.all(
      ORDERS.flatMap((order) =>
        [null, ...versions].map((asOf) => store.listBranches(threads({ order, asOf, limit: 999 }), 999)),
      ),
    ),
    changes: await Promise.all(versions.map((since) => store.listChanges(here, since, 999))),
    found: await store.search({ ...nothing, discussionId: here, terms: ['text'] }),
    byName: await store.search({ ...nothing, discussionId: here, author: 'pete', terms: [] }),
    recent: recent.map((posted) => posted.id).toSorted(),
    survey: await store.survey(here, { people: 9, steps: 9 }),
  }
}

const nothing = { author: null, from: null, until: null, after: null, limit: 999 } as const

async function goOn(store: ServerStore, text: string): Promise<void> {
  const [parent] = idsIn(text)
  await post(store, 'later')
  if (parent) await post(store, 'answer', { parentId: parent, depth: 2 })
  for (const held of idsIn(text)) {
    await store.release(here, held, { status: 'published', createdAt: at(700), editableUntil: null })
  }
}

function idsIn(text: string) {
  const lines = text.trimEnd().split('\n').slice(1)
  return lines.map((line) => id((JSON.parse(line) as { id: string }).id))
}
