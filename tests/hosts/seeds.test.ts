import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { ProblemError } from '../../src/api/problem.ts'
import { createLocalSignal } from '../../src/backend/changeSignal.ts'
import { createMemoryStore } from '../../src/backend/memoryStore.ts'
import { createService } from '../../src/backend/service.ts'
import { randomId, type ArticleId, type DiscussionId } from '../../src/domain/ids.ts'
import { createSeeds, withSeeds } from '../../src/hosts/browser/seeds.ts'
import { retriable } from '../../src/hosts/retriable.ts'
import { readTranscriptNames } from '../../src/hosts/transcriptNames.ts'

const id = 'kerry-to-urge-china' as ArticleId
const discussionId = 'kerry-to-urge-china' as DiscussionId
const transcript = await readFile(join(import.meta.dirname, `../../public/transcripts/${id}.txt`), 'utf8')
const whole = { 'index.json': JSON.stringify([id]), [`${id}.txt`]: transcript }

afterEach(() => vi.unstubAllGlobals())

test('an article is imported from its transcript when it is asked for, and fetched no more after that', async () => {
  const { visit, fetched } = serve(whole)
  const [first, second] = [visit(), visit()]
  expect((await first.api.readArticle({ articleId: id })).title).toBe(
    'Kerry to urge China to pressure North Korea',
  )
  expect(fetched.splice(0)).toEqual(['index.json', `${id}.txt`])
  expect((await second.api.readDiscussion({ discussionId })).count).toBe(25)
  expect(fetched).toEqual([])
})

test('an article that is in no list is not found, and no file of that name is asked for', async () => {
  const { visit, fetched } = serve(whole)
  const articleId = 'another' as ArticleId
  await expect(visit(articleId).api.readArticle({ articleId })).rejects.toMatchObject({
    problem: { code: 'not-found', resource: 'article' },
  })
  expect(fetched).toEqual(['index.json'])
})

test.each(['index.json', `${id}.txt`])(
  'while %s cannot be had, all is unavailable, and then it is there',
  async (name) => {
    const { visit, files } = serve({ ...whole, [name]: null })
    const { api } = visit()
    const ask = () => api.readArticle({ articleId: id })
    await expect(ask()).rejects.toMatchObject({ problem: { code: 'unavailable' } })
    await expect(ask()).rejects.toBeInstanceOf(ProblemError)
    files[name] = name === 'index.json' ? whole['index.json'] : transcript
    expect((await ask()).id).toBe(id)
  },
)

test.each([
  ['index.json', '<!doctype html><title>Not found</title>'],
  ['index.json', '{"names":["kerry-to-urge-china"]}'],
  ['index.json', '["../secret"]'],
  ['index.json', '[]'],
  [`${id}.txt`, '<!doctype html><title>Not found</title>'],
])('%s that holds %j is told as what it is', async (name, text) => {
  const { visit } = serve({ ...whole, [name]: text })
  await expect(visit().api.readArticle({ articleId: id })).rejects.toMatchObject({
    problem: {
      code: 'invalid',
      reason: expect.stringMatching(`^needs /transcripts/${name}, which is not a `),
    },
  })
})

test('a reset takes away what was written, and gives the transcript back', async () => {
  const { visit } = serve(whole)
  const { api, seeds } = visit()
  await api.postComment({ discussionId, parentId: null, author: { name: 'Pete' }, body: 'Not for long.' })
  expect((await api.readDiscussion({ discussionId })).count).toBe(26)
  await seeds.sowAgain()
  expect((await api.readDiscussion({ discussionId })).count).toBe(25)
})

test('a reset is told to whoever follows the discussion', async () => {
  const { visit } = serve(whole)
  const { api, seeds } = visit()
  const leaving = new AbortController()
  await api.postComment({ discussionId, parentId: null, author: { name: 'Pete' }, body: 'Not for long.' })
  const following = api.followChanges({ discussionId, since: 26 }, { signal: leaving.signal })
  const pages = following[Symbol.asyncIterator]()
  expect((await pages.next()).value).toMatchObject({ version: 26, isReset: false })
  const next = pages.next()
  await seeds.sowAgain()
  expect((await next).value).toMatchObject({ since: 26, isReset: true, total: 25 })
  leaving.abort()
  expect((await pages.next()).done).toBe(true)
})

test('a reset that fails rejects and changes nothing', async () => {
  const { visit, files } = serve(whole)
  const { api, seeds } = visit()
  await api.postComment({ discussionId, parentId: null, author: { name: 'Pete' }, body: 'Still here.' })
  files[`${id}.txt`] = null
  await expect(seeds.sowAgain()).rejects.toMatchObject({ problem: { code: 'unavailable' } })
  expect((await api.readDiscussion({ discussionId })).count).toBe(26)
})

/** The page's server with these files, of which `null` cannot be reached; each visit finds the same storage. */
function serve(initial: Record<string, string | null>) {
  const files = { ...initial }
  const fetched: string[] = []
  vi.stubGlobal('fetch', async (path: string) => {
    const name = path.replace('/transcripts/', '')
    fetched.push(name)
    const text = files[name]
    if (text === null) throw new TypeError('Failed to fetch')
    return new Response(text ?? 'Not found', { status: text === undefined ? 404 : 200 })
  })
  const store = createMemoryStore()
  const signal = createLocalSignal()
  const visit = (articleId = id) => {
    const seeds = createSeeds(store, signal, async () => articleId, retriable(readTranscriptNames))
    const service = createService({ store, clock: () => new Date(), ids: randomId, signal })
    return { seeds, api: withSeeds(service, seeds) }
  }
  return { files, fetched, visit }
}
