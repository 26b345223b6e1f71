import { request } from 'node:http'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { networkCarrier } from '../../src/api/carrier.ts'
import { createClient } from '../../src/api/client.ts'
import type { DiscussionId } from '../../src/domain/ids.ts'
import { openMemoryBackend } from '../support/memoryBackend.ts'
import { importOf } from '../backend/imports.ts'
import { startNodeServer } from '../support/nodeServer.ts'

const api = '/api/v1'
const seed = [importOf('a', [])]

test('ends those who follow when it stops, once what is under way is done, and takes no more', async () => {
  const server = await startNodeServer({ seed })
  const client = createClient(networkCarrier, server.origin + api)
  const following = client.followChanges(
    { discussionId: 'a' as DiscussionId, since: 0 },
    new AbortController(),
  )
  const pages = following[Symbol.asyncIterator]()
  await pages.next()
  const sending = request(`${server.origin}${api}/discussions/a/comments`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Expect: '100-continue' },
  })
  sending.flushHeaders()
  // The server has its head, and waits for its body.
  await new Promise<void>((resolve) => {
    sending.once('continue', resolve)
  })
  const text = JSON.stringify({ author: { name: 'Ann' }, body: 'Hello' })
  sending.write(text.slice(0, 10))
  const stopped = server.stop()
  await expect(pages.next()).rejects.toMatchObject({ problem: { code: 'unreachable' } })
  const answered = new Promise((resolve) => sending.on('response', ({ statusCode }) => resolve(statusCode)))
  sending.end(text.slice(10))
  expect(await answered).toBe(201)
  await stopped
  await expect(fetch(server.origin)).rejects.toThrow('fetch failed')
})

test('ends those, too, who are only let in to follow while it stops', async () => {
  const [asked, tellAsked] = whenTold()
  const [released, release] = whenTold()
  const { store } = openMemoryBackend()
  const slow = openMemoryBackend({
    ...store,
    async listChanges(...given) {
      tellAsked()
      await released
      return store.listChanges(...given)
    },
  })
  const other = await startNodeServer({ backend: slow, seed })
  const response = fetch(`${other.origin}${api}/discussions/a/events?since=0`)
  await asked
  const stopped = other.stop()
  release()
  // Whole, and not cut off, which would reject.
  expect(await (await response).text()).toMatch(/^:/)
  await stopped
})

test('ends those, too, whose request has long been collected', async () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const server = await startNodeServer({ seed })
  const response = await fetch(`${server.origin}${api}/discussions/a/events?since=0`)
  // What nobody holds is collected once it is seen that nobody does.
  for (let times = 0; times < 10; times += 1) {
    await new Promise((resolve) => setImmediate(resolve))
    collect()
  }
  const stopped = server.stop()
  expect(await response.text()).toMatch(/^:/)
  await stopped
})

/** What waits, and what ends the waiting. */
function whenTold(): [Promise<void>, () => void] {
  let tell = () => {}
  const told = new Promise<void>((resolve) => {
    tell = resolve
  })
  return [told, tell]
}
