import { afterAll, beforeAll, expect, test } from 'vitest'
import { OWN_LIMIT } from '../../src/api/own.ts'
import { importOf } from '../backend/imports.ts'
import { expectProblem } from '../backend/conformance/probe.ts'
import { startNodeServer, type StartedServer } from '../support/nodeServer.ts'

const blog = 'https://blog.example'

let server: StartedServer
beforeAll(async () => {
  server = await startNodeServer({ environment: { SOUNDOFF_ORIGINS: blog }, seed: [importOf('a', [])] })
})
afterAll(() => server.stop())

function send(path: string, content: object, method = 'POST'): Promise<Response> {
  return fetch(`${server.origin}/api/v1${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', Origin: blog },
    ...(method === 'POST' && { body: JSON.stringify(content) }),
  })
}

async function post(body: string) {
  const response = await send('/discussions/a/comments', { author: { name: 'Ann' }, body })
  const { id: commentId, editToken } = (await response.json()) as { id: string; editToken: string }
  return { discussionId: 'a', commentId, editToken }
}

test('one’s own comments are given and erased over HTTP, as many at once as fit, for pages that are allowed', async () => {
  const own = await post('My own words')
  const others = Array.from({ length: OWN_LIMIT - 1 }, () => ({ ...own, editToken: 'x'.repeat(43) }))
  const given = await send('/own/export', { comments: [own, ...others] })
  expect([given.status, given.headers.get('Access-Control-Allow-Origin')]).toEqual([200, blog])
  expect(given.headers.get('Cache-Control')).toBe('no-store')
  expect(await given.json()).toMatchObject({
    comments: [
      { outcome: 'found', comment: { body: 'My own words' } },
      ...others.map(() => ({ outcome: 'forbidden' })),
    ],
  })
  const erased = await send('/own/erasures', { comments: [own] })
  expect([erased.status, await erased.json()]).toEqual([
    200,
    { comments: [{ outcome: 'erased', discussionId: 'a', commentId: own.commentId }] },
  ])
  expect(await (await send('/own/export', { comments: [own] })).json()).toMatchObject({
    comments: [{ outcome: 'found', comment: { body: '', author: { name: '' }, status: 'deleted' } }],
  })
  // Nothing of it is logged.
  expect(server.log.join('')).not.toMatch(new RegExp(`My own|${own.editToken}|${own.commentId}`))
})

test.for([
  [
    'more than are taken at once',
    Array.from({ length: OWN_LIMIT + 1 }, () => ({ discussionId: 'a', commentId: 'b', editToken: 'c' })),
    'comments',
    /must hold at most 100/,
  ],
  ['none', [], 'comments', /must hold at least one/],
  ['one without a token', [{ discussionId: 'a', commentId: 'b' }], 'comments.0.editToken', /./],
  ['no list', {}, 'comments', /must be a list/],
] as const)('what asks for %s is refused', async ([, comments, field, reason]) => {
  for (const path of ['/own/export', '/own/erasures']) {
    const response = await send(path, { comments })
    await expectProblem(response, 422, {
      code: 'invalid',
      field,
      reason: expect.stringMatching(reason) as string,
    })
  }
})

test('erasures are made by POST alone', async () => {
  const response = await send('/own/erasures', {}, 'DELETE')
  expect([response.status, response.headers.get('Allow')]).toEqual([405, 'POST, OPTIONS'])
})
