import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createClient } from '../../src/api/client.ts'
import type { DiscussionId } from '../../src/domain/ids.ts'
import { startInPageBackend } from '../../src/hosts/inPageBackend.ts'

const ORIGIN = 'https://site.test'
const FOLDER = `${ORIGIN}/transcripts/`
const id = 'kerry-to-urge-china'
const discussionId = id as DiscussionId
const transcript = readFileSync(`public/transcripts/${id}.txt`, 'utf8')
const whole = { 'index.json': JSON.stringify([id]), [`${id}.txt`]: transcript }
const opening = { discussionId, url: null, title: null }

beforeEach(() => vi.stubGlobal('location', { origin: ORIGIN }))
afterEach(() => vi.unstubAllGlobals())

test.each(['index.json', `${id}.txt`])(
  'while %s cannot be fetched nothing is opened in its place, and then the sample is there',
  async (name) => {
    const { api, files } = await start({ ...whole, [name]: null })
    const unavailable = { problem: { code: 'unavailable' } }
    await expect(api.readDiscussion({ discussionId })).rejects.toMatchObject(unavailable)
    await expect(api.openDiscussion(opening)).rejects.toMatchObject(unavailable)
    await expect(api.readCounts({ discussionIds: [discussionId] })).rejects.toMatchObject(unavailable)
    Object.assign(files, whole)
    expect((await api.openDiscussion(opening)).count).toBe(25)
  },
)

test('the sample is counted by who has not read it', async () => {
  const { api } = await start(whole)
  const other = 'other' as DiscussionId
  expect(await api.readCounts({ discussionIds: [discussionId, other] })).toMatchObject({ [id]: 25 })
})

test.each([{}, { 'index.json': '<!doctype html><title>Not found</title>' }])(
  'a site that has no samples, as by %o, has discussions of its own',
  async (files) => {
    const { api } = await start(files)
    expect(await api.openDiscussion(opening)).toMatchObject({ count: 0, isNew: true })
  },
)

test('a page that gives all arrays a toJSON, as old libraries do, has the same answers', async () => {
  const { api } = await start(whole)
  const toJSON = () => 'all of it'
  // oxlint-disable-next-line no-extend-native -- it is what such pages do.
  Object.defineProperty(Array.prototype, 'toJSON', { value: toJSON, configurable: true })
  try {
    const { comments } = await api.listComments({ discussionId, order: 'newest' })
    expect(comments).toHaveLength(25)
    const leaving = new AbortController()
    const pages = api.followChanges({ discussionId, since: 0 }, { signal: leaving.signal })
    expect((await pages[Symbol.asyncIterator]().next()).value).toMatchObject({ total: 25 })
    leaving.abort()
  } finally {
    Reflect.deleteProperty(Array.prototype, 'toJSON')
  }
})

/** The backend of a page whose site serves these files, of which `null` cannot be reached. */
async function start(initial: Record<string, string | null>) {
  const files = { ...initial }
  vi.stubGlobal('fetch', async (path: string) => {
    const text = files[path.replace(FOLDER, '')]
    if (text === null) throw new TypeError('Failed to fetch')
    return new Response(text ?? 'Not found', { status: text === undefined ? 404 : 200 })
  })
  const { carrier } = await startInPageBackend(new URL(FOLDER))
  return { api: createClient(carrier, `${ORIGIN}/api/v1`), files }
}
