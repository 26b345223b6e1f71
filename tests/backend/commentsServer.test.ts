import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { networkCarrier } from '../../src/api/carrier.ts'
import { createClient } from '../../src/api/client.ts'
import type { DiscussionId } from '../../src/domain/ids.ts'
import { startCommentsServer, type CommentsServer } from '../support/commentsServer.ts'
import { conformanceSuite } from './conformance.suite.ts'
import { isOpenable } from './conformance/probe.ts'
import { conformanceImports, importOf } from './imports.ts'

const blog = 'https://blog.example'

conformanceSuite('a server over HTTP', async () => {
  const server = await startCommentsServer({
    allowedOrigins: [blog],
    mayOpen: isOpenable,
    seed: conformanceImports,
  })
  return { send: networkCarrier, base: server.base, opens: true, close: server.close }
})

describe('a server for pages of other origins', () => {
  const discussionId = 'a' as DiscussionId
  let server: CommentsServer
  beforeEach(async () => {
    server = await startCommentsServer({ allowedOrigins: [blog], seed: [importOf('a', [])] })
  })
  afterEach(() => server.close())

  test('shows its answers to those that it knows, and takes no preflight of others', async () => {
    const { base, requests } = server
    const ask = (origin: string, init: RequestInit = {}) =>
      fetch(`${base}/discussions/a`, { ...init, headers: { ...init.headers, Origin: origin } })
    const preflight = { method: 'OPTIONS', headers: { 'Access-Control-Request-Method': 'PUT' } }
    expect((await ask(blog)).headers.get('Access-Control-Allow-Origin')).toBe(blog)
    expect((await ask(`${blog}.evil.example`)).headers.get('Access-Control-Allow-Origin')).toBeNull()
    expect((await ask(blog, preflight)).status).toBe(204)
    expect((await ask('null', preflight)).status).toBe(403)
    const path = '/api/v1/discussions/a'
    expect(requests).toEqual([`GET ${path}`, `GET ${path}`, `OPTIONS ${path}`, `OPTIONS ${path}`])
  })

  test('tells those who follow what others write, until they leave', async () => {
    const { base, api, following } = server
    const leaving = new AbortController()
    const client = createClient(networkCarrier, base)
    const pages = client.followChanges({ discussionId, since: 0 }, leaving)[Symbol.asyncIterator]()
    expect((await pages.next()).value).toMatchObject({ version: 0, added: [] })
    expect(following()).toBe(1)
    await api.postComment({ discussionId, parentId: null, author: { name: 'Ann' }, body: 'Hello' })
    expect((await pages.next()).value).toMatchObject({ version: 1, added: [{ body: 'Hello' }] })
    leaving.abort()
    expect((await pages.next()).done).toBe(true)
    await expect.poll(following).toBe(0)
  })

  test('goes on after a client that left before its request had come', async () => {
    const leaving = new AbortController()
    const unfinished = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"discussionIds":')),
    })
    const init: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: unfinished,
      duplex: 'half',
      signal: leaving.signal,
    }
    const call = fetch(`${server.base}/counts`, init)
    await expect.poll(() => server.requests).toEqual(['POST /api/v1/counts'])
    leaving.abort()
    await expect(call).rejects.toThrow('abort')
    expect(await createClient(networkCarrier, server.base).checkHealth({})).toEqual({ status: 'ok' })
  })

  test('ends with whatever is still open', async () => {
    const client = createClient(networkCarrier, server.base)
    const following = client.followChanges({ discussionId, since: 0 }, new AbortController())
    const pages = following[Symbol.asyncIterator]()
    await pages.next()
    await server.close()
    await expect(pages.next()).rejects.toMatchObject({ problem: { code: 'unreachable' } })
    await expect(client.checkHealth({})).rejects.toMatchObject({ problem: { code: 'unreachable' } })
  })
})
