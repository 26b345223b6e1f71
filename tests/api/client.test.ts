import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import type { Carrier } from '../../src/api/carrier.ts'
import { createClient } from '../../src/api/client.ts'
import { BASE_PATH } from '../../src/api/basePath.ts'
import { ANSWER_HEADER } from '../../src/api/contract.ts'
import { ProblemError, type Problem } from '../../src/api/problem.ts'
import { comment as commentSchema } from '../../src/api/schemas.ts'
import { createLocalSignal } from '../../src/backend/changeSignal.ts'
import { createHandler } from '../../src/backend/handler.ts'
import { createMemoryStore } from '../../src/backend/memoryStore.ts'
import { createService } from '../../src/backend/service.ts'
import {
  randomId,
  type ArticleId,
  type CommentId,
  type DiscussionId,
  type IdempotencyKey,
} from '../../src/domain/ids.ts'
import { importOf } from '../backend/imports.ts'

const base = `https://comments.test/site${BASE_PATH}`
const discussionId = 'a' as DiscussionId
const hello = { discussionId, parentId: null, author: { name: 'Ann' }, body: 'Hello' }

describe('over a real backend, the client', () => {
  test('gives what the service gives', async () => {
    const { client, service } = await openBackend()
    expect(await client.checkHealth({})).toEqual({ status: 'ok' })
    expect(await client.readArticle({ articleId: 'a' as ArticleId })).toEqual(importOf('a', rows).article)
    expect(await client.readDiscussion({ discussionId })).toEqual(
      await service.readDiscussion({ discussionId }),
    )
    const page = { discussionId, order: 'oldest', limit: 1 } as const
    expect(await client.listComments(page)).toEqual(await service.listComments(page))
    const branch = { discussionId, commentId: '1' as CommentId }
    expect(await client.listReplies(branch)).toEqual(await service.listReplies(branch))
    expect(await client.readContext(branch)).toEqual(await service.readContext(branch))
    const asked = { discussionId, q: 'text' }
    expect(await client.searchComments(asked)).toEqual(await service.searchComments(asked))
    expect(await client.readOverview({ discussionId })).toEqual(await service.readOverview({ discussionId }))
    await client.postComment(hello)
    const changes = { discussionId, since: 2 }
    expect(await client.listChanges(changes)).toEqual(await service.listChanges(changes))
  })

  test('writes as the service does', async () => {
    const { client, service } = await openBackend()
    const key = 'k' as IdempotencyKey
    const posted = await client.postComment({ ...hello, idempotencyKey: key })
    expect(posted).toEqual(await service.readPost({ key }))
    const right = { discussionId, commentId: posted.id, editToken: posted.editToken ?? '', revision: 1 }
    const edited = await client.editComment({ ...right, body: 'Better' })
    expect(await client.readPost({ key })).toEqual({ ...posted, ...edited })
    await expectProblem(client.editComment({ ...right, body: 'Best' }), { code: 'changed', comment: edited })
    const forbidden = { code: 'forbidden', resource: 'comment' } as const
    await expectProblem(client.deleteComment({ ...right, editToken: 'wrong' }), forbidden)
    expect(await client.deleteComment({ ...right, revision: 2 })).toMatchObject({ status: 'deleted' })
    const report = { discussionId, commentId: '1' as CommentId, reason: 'abuse', words: 'Rude' } as const
    const receipt = await client.reportComment({ ...report, idempotencyKey: key })
    expect(receipt).toEqual({ receivedAt: clock().toISOString() })
  })

  test('sends a comment once, whatever the carrier repeats', async () => {
    const { handle, service } = await openBackend()
    const twice: Carrier = async (request) => {
      await handle(request.clone())
      return handle(request)
    }
    const posted = await createClient(twice, `https://comments.test${BASE_PATH}`).postComment({
      ...hello,
      idempotencyKey: randomId(),
    })
    const { comments, total } = await service.listComments({ discussionId })
    expect(comments.filter(({ id }) => id === posted.id)).toEqual([v.parse(commentSchema, posted)])
    expect(total).toBe(3)
  })

  test.for([
    [{ discussionId: 'none' as DiscussionId }, { code: 'not-found', resource: 'discussion' }],
    [{ body: ' ' }, { code: 'invalid', field: 'body', reason: 'must not be empty' }],
    [{ body: 'x'.repeat(10_001) }, { code: 'too-long', field: 'body', length: 10_001, limit: 10_000 }],
    [{ body: 'x'.repeat(70_000) }, { code: 'too-large', limit: 65_536 }],
    [{ parentId: 'none' as CommentId }, { code: 'parent-gone' }],
    [{ discussionId: 'closed' as DiscussionId }, { code: 'discussion-closed' }],
  ] satisfies [Partial<typeof hello> | { parentId: CommentId }, Problem][])(
    'rejects with the problem $1.code',
    async ([changes, problem]) => {
      const { client } = await openBackend()
      await expectProblem(client.postComment({ ...hello, ...changes }), problem)
    },
  )

  test('tells a duplicate with the comment that it repeats', async () => {
    const { client } = await openBackend()
    const comment = v.parse(commentSchema, await client.postComment(hello))
    await expectProblem(client.postComment(hello), { code: 'duplicate', comment })
  })
})

describe('over a carrier that fails, the client', () => {
  const own = { [ANSWER_HEADER]: '1' }
  const page = '<!doctype html><title>Sign in to the hotel’s network</title>'
  const health = JSON.stringify({ status: 'ok' })

  test.for([
    ['a web page with status 200', page, 200, {}, { code: 'unexpected-answer', status: 200 }],
    ['an answer that is not marked as ours', health, 200, {}, { code: 'unexpected-answer', status: 200 }],
    ['a web page that carries our mark', page, 200, own, { code: 'unexpected-answer', status: 200 }],
    ['JSON that does not fit', '{"status":"ill"}', 200, own, { code: 'unexpected-answer', status: 200 }],
    ['nothing', '', 200, own, { code: 'unexpected-answer', status: 200 }],
    ['a web page with status 404', page, 404, {}, { code: 'unexpected-answer', status: 404 }],
    ["a gateway's page with status 502", page, 502, {}, { code: 'unavailable' }],
    [
      'a problem that we do not know',
      '{"code":"teapot"}',
      418,
      own,
      { code: 'unexpected-answer', status: 418 },
    ],
    [
      'a problem that lacks its members',
      '{"code":"too-long"}',
      422,
      own,
      { code: 'unexpected-answer', status: 422 },
    ],
    [
      'a problem',
      '{"code":"rate-limited","retryAfter":3}',
      429,
      own,
      { code: 'rate-limited', retryAfter: 3 },
    ],
  ] satisfies [string, string, number, Record<string, string>, Problem][])(
    'tells %s as what it is',
    async ([, text, status, headers, problem]) => {
      const client = createClient(async () => new Response(text, { status, headers }), base)
      await expectProblem(client.checkHealth({}), problem)
    },
  )

  test('is unreachable where nobody answers, with the cause', async () => {
    const cause = new TypeError('Failed to fetch')
    const call = createClient(() => Promise.reject(cause), base).checkHealth({})
    await expectProblem(call, { code: 'unreachable' })
    await expect(call).rejects.toMatchObject({ cause })
  })

  test('is unreachable where the answer breaks off', async () => {
    const broken = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"status":'))
        controller.error(new TypeError('network error'))
      },
    })
    const client = createClient(async () => new Response(broken, { headers: own }), base)
    await expectProblem(client.checkHealth({}), { code: 'unreachable' })
  })

  test.for([
    ['comes', () => new Promise<Response>(() => undefined)],
    ['ends', async () => new Response(new ReadableStream(), { headers: own })],
  ] satisfies [string, Carrier][])('gives up on an answer that never %s', async ([, carrier]) => {
    await expectProblem(createClient(carrier, base, 5).checkHealth({}), { code: 'timed-out' })
  })

  test('takes what an older backend forbids for the change of a comment', async () => {
    const headers = { 'Content-Type': 'application/problem+json', [ANSWER_HEADER]: '1' }
    const carrier: Carrier = async () =>
      new Response(JSON.stringify({ code: 'forbidden' }), { status: 403, headers })
    const call = createClient(carrier, base).checkHealth({})
    await expectProblem(call, { code: 'forbidden', resource: 'comment' })
  })

  test('rejects with the reason of the caller who leaves, and tells the carrier', async () => {
    const leaving = new AbortController()
    const reason = new Error('The page was left')
    let request: Request | undefined
    const carrier: Carrier = (sent) => {
      request = sent
      return new Promise(() => undefined)
    }
    const call = createClient(carrier, base).checkHealth({}, { signal: leaving.signal })
    leaving.abort(reason)
    await expect(call).rejects.toBe(reason)
    expect(request?.signal.aborted).toBe(true)
    const late = createClient(carrier, base).checkHealth({}, { signal: leaving.signal })
    await expect(late).rejects.toBe(reason)
  })
})

const rows = [
  ['1', null, 1],
  ['2', '1', 2],
] as const

async function openBackend() {
  const store = createMemoryStore()
  await store.importDiscussion(importOf('a', rows), { replace: false })
  await store.importDiscussion(importOf('closed', [], { closed: true }), { replace: false })
  const service = createService({ store, clock, ids: randomId, signal: createLocalSignal() })
  const handle = createHandler(service)
  return { service, handle, client: createClient(handle, `https://comments.test${BASE_PATH}`) }
}

async function expectProblem(call: Promise<unknown>, problem: Problem): Promise<void> {
  await expect(call).rejects.toThrow(ProblemError)
  await expect(call).rejects.toMatchObject({ problem })
}

function clock(): Date {
  return new Date('2026-01-01T12:00:00.000Z')
}
