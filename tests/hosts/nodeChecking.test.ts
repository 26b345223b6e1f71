import { createServer } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import { askCheck } from '../../src/hosts/node/askCheck.ts'
import type { DiscussionId } from '../../src/domain/ids.ts'
import { networkCarrier } from '../../src/api/carrier.ts'
import { createModeratingClient } from '../../src/api/moderatingClient.ts'
import { MODERATORS, mo } from '../backend/conformance/moderators.ts'
import { importOf } from '../backend/imports.ts'
import { startCheckServer, type CheckServer } from '../support/checkServer.ts'
import { startNodeServer, type StartedServer } from '../support/nodeServer.ts'

const written = {
  authorName: 'Ann',
  body: 'Secret words',
  format: 'plain',
  discussionId: 'a' as DiscussionId,
  parentId: null,
} as const

let check: CheckServer | undefined
let server: StartedServer | undefined
afterEach(async () => {
  await server?.stop()
  await check?.close()
  server = undefined
  check = undefined
})

async function ask(answer: Parameters<typeof startCheckServer>[0]): Promise<boolean> {
  check = await startCheckServer(answer)
  return askCheck(check.url, written, 'client', 300)
}

describe('the check of a text from outside', () => {
  test.for([true, false])('is told what is written, and holds it or not: %s', async (hold) => {
    expect(await ask((_, response) => response.end(JSON.stringify({ hold, because: 'of more' })))).toBe(hold)
    expect(check?.asked).toEqual([
      {
        name: 'Ann',
        text: 'Secret words',
        format: 'plain',
        discussionId: 'a',
        parentId: null,
        client: 'client',
      },
    ])
  })

  test.for([
    ['no JSON', 'hold: Secret words', /something else/],
    ['another form', '{"hold":"Secret words"}', /something else/],
    ['a list', '[true]', /something else/],
    ['nothing', '', /something else/],
    [
      'more than there is room for',
      `{"hold":true,"more":"${'Secret words'.repeat(1_000)}"}`,
      /more than 4096 bytes/,
    ],
  ] as const)('that answers with %s has given no answer', async ([, body, message]) => {
    const failing = ask((_, response) => response.end(body))
    await expect(failing).rejects.toThrow(message)
    // What it says is logged, and answers may repeat the text.
    await expect(failing).rejects.not.toThrow(/Secret/)
  })

  test.for([500, 204, 202, 404])('that answers %s has given no answer', async (status) => {
    await expect(ask((_, response) => response.writeHead(status).end())).rejects.toThrow(`status ${status}`)
  })

  test('is not followed elsewhere', async () => {
    const elsewhere = await startCheckServer((_, response) => response.end('{"hold":true}'))
    const asking = ask((_, response) => response.writeHead(307, { Location: elsewhere.url }).end())
    await expect(asking).rejects.toThrow('status 307')
    expect(elsewhere.asked).toEqual([])
    await elsewhere.close()
  })

  test.for([
    ['does not begin', () => undefined],
    ['does not end', (_: unknown, response: { write(text: string): void }) => response.write('{"hold":')],
  ] as const)('whose answer %s is not waited for', async ([, answer]) => {
    await expect(ask(answer)).rejects.toThrow(/timeout/)
  })

  test('where nobody listens has given no answer', async () => {
    const gone = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => gone.once('listening', resolve))
    const address = gone.address()
    const port = typeof address === 'object' ? address?.port : 0
    await new Promise((resolve) => gone.close(resolve))
    await expect(askCheck(`http://127.0.0.1:${port}/`, written, null)).rejects.toThrow('fetch failed')
  })
})

describe('the Node server', () => {
  const start = async (environment: Record<string, string>, heldWords: readonly string[] = []) => {
    server = await startNodeServer({ environment, heldWords, seed: [importOf('a', [])] })
    return server
  }
  const send = async (method: string, path: string, body: object, headers: Record<string, string> = {}) => {
    const response = await fetch(`${server?.origin}/api/v1/discussions/a/comments${path}`, {
      method,
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
    const content = (await response.json()) as Record<string, unknown>
    return { status: response.status, content }
  }
  const post = (text: string, headers: Record<string, string> = {}, name = 'Ann') =>
    send('POST', '', { author: { name }, body: text }, headers)
  /** What each that waits is held for. */
  const readQueue = async () => {
    const client = createModeratingClient(networkCarrier, `${server?.origin}/api/v1`)
    const { items } = await client.readQueue({ moderatorToken: mo.token })
    return items.map(({ heldFor }) => heldFor)
  }
  const holdWhatIsBad = (asked: { text?: string }, response: { end(text: string): void }) =>
    response.end(JSON.stringify({ hold: asked.text?.includes('bad') }))

  test('holds by its own words and its own number of links', async () => {
    await start({ SOUNDOFF_HELD_LINKS: '1', SOUNDOFF_MODERATORS: MODERATORS }, ['casino'])
    expect(await post('One www.a.example')).toMatchObject({ status: 201 })
    expect(await post('Two www.a.example www.b.example')).toMatchObject({
      status: 202,
      content: { heldFor: 'links' },
    })
    expect(await post('My CASINO')).toMatchObject({ status: 202, content: { heldFor: 'words' } })
    expect(await post('Hello', {}, 'Casino')).toMatchObject({ status: 202, content: { heldFor: 'words' } })
    expect(await readQueue()).toEqual(['links', 'words', 'words'])
  })

  test('holds what a program has filled in or sent at once, and nothing of who tells nothing of it', async () => {
    await start({ SOUNDOFF_MODERATORS: MODERATORS })
    const write = (text: string, signs: object, key = text) =>
      send('POST', '', { author: { name: 'Ann' }, body: text, ...signs }, { 'Idempotency-Key': key })
    const quick = await write('quick', { emptyField: '', writingTime: 1_999 })
    expect(quick).toMatchObject({ status: 202, content: { body: 'quick', heldFor: 'haste' } })
    const filled = await write('filled', { emptyField: 'x', writingTime: 60_000 })
    expect(filled).toMatchObject({ status: 202, content: { body: 'filled', heldFor: 'trap' } })
    const calm = await write('calm', { emptyField: '', writingTime: 2_000 })
    expect(calm).toMatchObject({ status: 201, content: { heldFor: null } })
    expect(await write('older', {})).toMatchObject({ status: 201, content: { heldFor: null } })
    expect(await readQueue()).toEqual(['haste', 'trap'])
    // What is sent once more is the same post, however long it took by then.
    expect(await write('quick', { emptyField: '', writingTime: 60_000 })).toEqual(quick)
    expect(await write('calm', { emptyField: 'x', writingTime: 0 })).toEqual(calm)
  })

  test('holds none of that where it is told to', async () => {
    await start({ SOUNDOFF_MINIMUM_SECONDS: '0' })
    const body = { author: { name: 'Ann' }, body: 'Hello', emptyField: 'x', writingTime: 0 }
    expect(await send('POST', '', body)).toMatchObject({ status: 201, content: { heldFor: null } })
  })

  test('asks about each post once, holds what it is told to, and tells no address', async () => {
    check = await startCheckServer(holdWhatIsBad)
    await start({
      SOUNDOFF_CHECK_URL: check.url,
      SOUNDOFF_TRUSTED_HOPS: '1',
      SOUNDOFF_MODERATORS: MODERATORS,
    })
    const from = (address: string, key: string) => ({ 'X-Forwarded-For': address, 'Idempotency-Key': key })
    expect(await post('good', from('192.0.2.7', 'k1'))).toMatchObject({
      status: 201,
      content: { heldFor: null },
    })
    const held = await post('bad', from('192.0.2.7', 'k2'))
    expect(held).toMatchObject({ status: 202, content: { heldFor: 'check' } })
    expect(await post('bad', from('192.0.2.7', 'k2'))).toEqual(held)
    await post('good too', from('192.0.2.8', 'k3'))
    await post('www.a.example www.b.example www.c.example www.d.example bad')
    expect(await readQueue()).toEqual(['check', 'links'])
    const asked = check.asked as { text: string; client: string }[]
    expect(asked.map(({ text }) => text)).toEqual(['good', 'bad', 'good too'])
    expect(asked.every(({ client }) => /^[\w-]{43}$/.test(client))).toBe(true)
    expect(asked[0]?.client).toBe(asked[1]?.client)
    expect(asked[0]?.client).not.toBe(asked[2]?.client)
    expect(JSON.stringify(asked)).not.toContain('192.0.2')
  })

  test('refuses an edit that would be held, whatever stands there, and asks about no other', async () => {
    check = await startCheckServer(holdWhatIsBad)
    await start({ SOUNDOFF_CHECK_URL: check.url })
    const { content } = await post('good')
    const right = (revision: number) => ({
      Authorization: `Bearer ${content['editToken']}`,
      'If-Match': `"${revision}"`,
    })
    const edit = (body: string, revision: number, headers = right(revision)) =>
      send('PATCH', `/${content['id']}`, { body }, headers)
    expect(await edit('bad', 1)).toMatchObject({ status: 422, content: { code: 'invalid', field: 'body' } })
    expect(await edit('better', 1)).toMatchObject({ status: 200, content: { body: 'better', revision: 2 } })
    check.asked.length = 0
    // The same is sent once more, and by somebody who may not.
    expect(await edit('better', 1)).toMatchObject({ status: 200, content: { revision: 2 } })
    expect(await edit('bad', 2, { ...right(2), Authorization: 'Bearer wrong' })).toMatchObject({
      status: 403,
    })
    expect(check.asked).toEqual([])

    const held = await post('bad as well')
    const id = held.content['id'] as never
    const published = {
      status: 'published',
      createdAt: '2026-01-01T00:00:00.000Z',
      editableUntil: '9999-01-01T00:00:00.000Z',
    } as const
    await server?.backend.store.release('a' as DiscussionId, id, published)
    const rights = { Authorization: `Bearer ${held.content['editToken']}`, 'If-Match': '"1"' }
    expect(await send('PATCH', `/${id}`, { body: 'bad, and looked at' }, rights)).toMatchObject({
      status: 422,
    })
    expect(await send('PATCH', `/${id}`, { body: 'mended' }, rights)).toMatchObject({ status: 200 })
  })

  test.for([
    ['publish', 201, 200],
    ['hold', 202, 422],
  ] as const)(
    'without an answer does as it is told, which is to %s, and logs that without a text',
    async ([failure, status, editStatus]) => {
      let isDown = false
      check = await startCheckServer((_, response) =>
        isDown ? response.writeHead(500).end('My words') : response.end('{"hold":false}'),
      )
      const { log } = await start({ SOUNDOFF_CHECK_URL: check.url, SOUNDOFF_CHECK_FAILURE: failure })
      const { content } = await post('My words of before')
      isDown = true
      expect((await post('My words')).status).toBe(status)
      const rights = { Authorization: `Bearer ${content['editToken']}`, 'If-Match': '"1"' }
      expect((await send('PATCH', `/${content['id']}`, { body: 'My words again' }, rights)).status).toBe(
        editStatus,
      )
      const warnings = log.filter((line) => line.includes('the check of a text gave no answer'))
      expect(warnings.length).toBeGreaterThanOrEqual(2)
      expect(warnings[0]).toContain('"requestId"')
      expect(log.join('')).not.toContain('My words')
      expect(log.join('')).not.toContain('of-the-site')
    },
  )
})
