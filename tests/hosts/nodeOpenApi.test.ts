import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ServerProblem } from '../../src/api/problem.ts'
import { problemAnswer } from '../../src/backend/problemAnswer.ts'
import { docsPage } from '../../src/hosts/node/docsPage.ts'
import type { JsonSchema } from '../../src/hosts/node/jsonSchemas.ts'
import { openApi, type Operation } from '../../src/hosts/node/openApi.ts'
import { problemStatuses } from '../../src/hosts/node/problemStatuses.ts'
import { servedEndpoints, type ServedName } from '../../src/hosts/node/served.ts'
import type { DiscussionId } from '../../src/domain/ids.ts'
import { MODERATORS, mo } from '../backend/conformance/moderators.ts'
import { conformanceImports } from '../backend/imports.ts'
import { hold } from '../backend/store/support.ts'
import { startNodeServer, type StartedServer } from '../support/nodeServer.ts'

const description = openApi()
const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)

test('every endpoint of the contract is described, where and as it is asked', () => {
  const described = operations.map(({ path, method, operation }) => [operation.operationId, method, path])
  const expected = Object.entries(servedEndpoints).map(([name, { method, path }]) => [
    name,
    method.toLowerCase(),
    path.replaceAll(/:(\w+)/g, '{$1}'),
  ])
  expect(described.toSorted()).toEqual(expected.toSorted())
  for (const { path, operation } of operations) {
    const inPath = operation.parameters.filter((parameter) => parameter.in === 'path')
    expect(inPath.map(({ name }) => `{${name}}`)).toEqual(path.match(/\{\w+\}/g) ?? [])
    expect(inPath.every(({ required }) => required)).toBe(true)
  }
})

test('a comment is posted with what the contract says', () => {
  const { parameters, requestBody, responses, security } = find('postComment')
  expect(parameters.map((parameter) => [parameter.name, parameter.in, parameter.required])).toEqual([
    ['discussionId', 'path', true],
    ['Idempotency-Key', 'header', false],
  ])
  expect(requestBody?.content['application/json']?.schema).toMatchObject({
    properties: {
      author: { properties: { name: { type: 'string' } }, required: ['name'] },
      body: { type: 'string' },
      format: { enum: ['plain', 'markdown'] },
      emptyField: { type: 'string', description: expect.stringContaining('people do not see') },
      writingTime: { type: 'integer', description: expect.stringContaining('Milliseconds') },
    },
    required: ['author', 'body'],
  })
  expect(Object.keys(responses)).toEqual([
    '201',
    '202',
    '400',
    '403',
    '404',
    '409',
    '413',
    '415',
    '422',
    '429',
    '503',
  ])
  expect(responses['201']?.content).toEqual({
    'application/json': { schema: { $ref: '#/components/schemas/PostedComment' } },
  })
  expect(responses['429']?.content).toEqual({
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
  })
  expect(security).toBeUndefined()
})

test('a comment is changed with its token and the revision that was seen', () => {
  const { parameters, security, responses } = find('deleteComment')
  expect(parameters.map((parameter) => [parameter.name, parameter.in])).toEqual([
    ['discussionId', 'path'],
    ['commentId', 'path'],
    ['If-Match', 'header'],
  ])
  expect(security).toEqual([{ editToken: [] }])
  expect(Object.keys(responses)).toEqual(expect.arrayContaining(['401', '403', '412', '428']))
})

test('moderators are asked for their token, and for the revision that they judged', () => {
  const { parameters, requestBody, security, responses } = find('decideComment')
  expect(parameters.map(({ name }) => name)).toEqual(['If-Match'])
  expect(requestBody?.content['application/json']?.schema).toMatchObject({
    properties: { decision: { enum: ['approve', 'reject', 'delete'] } },
    required: ['discussionId', 'commentId', 'decision'],
  })
  expect(security).toEqual([{ moderatorToken: [] }])
  expect(Object.keys(responses)).toEqual(expect.arrayContaining(['401', '403', '404', '412', '428']))
  expect(docsPage(description)).toContain('and the token of a moderator.')
})

test('changes are followed as a stream of events, from a version on', () => {
  const { parameters, responses } = find('followChanges')
  expect(parameters).toContainEqual({
    name: 'since',
    in: 'query',
    required: true,
    schema: { type: 'integer', minimum: 0 },
  })
  expect(parameters).toContainEqual(expect.objectContaining({ name: 'Last-Event-ID', in: 'header' }))
  expect(responses['200']?.content?.['text/event-stream']?.schema.contentSchema).toEqual({
    $ref: '#/components/schemas/ChangePage',
  })
})

test('every reference leads somewhere, and everything that is defined is referred to', () => {
  const { schemas } = description.components
  const references = new Set(
    Array.from(JSON.stringify(description).matchAll(/"\$ref":"([^"]*)"/g), ([, reference]) => reference),
  )
  const defined = Object.keys(schemas).map((name) => `#/components/schemas/${name}`)
  expect([...references].toSorted()).toEqual(defined.toSorted())
})

test('it is the same every time', () => {
  expect(JSON.stringify(openApi())).toBe(JSON.stringify(description))
})

const comment = expect.anything() as never
const samples: Record<ServerProblem['code'], ServerProblem> = {
  'not-found': { code: 'not-found', resource: 'path' },
  invalid: { code: 'invalid', field: null, reason: 'is not' },
  'too-long': { code: 'too-long', field: 'body', length: 2, limit: 1 },
  'discussion-closed': { code: 'discussion-closed' },
  'parent-gone': { code: 'parent-gone' },
  'depth-exceeded': { code: 'depth-exceeded', maxDepth: 5 },
  duplicate: { code: 'duplicate', comment },
  'idempotency-key-reused': { code: 'idempotency-key-reused' },
  changed: { code: 'changed', comment },
  'edit-window-over': { code: 'edit-window-over' },
  forbidden: { code: 'forbidden', resource: 'discussion' },
  'rate-limited': { code: 'rate-limited', retryAfter: 1 },
  'too-large': { code: 'too-large', limit: 1 },
  unavailable: { code: 'unavailable' },
}

test.each(Object.values(samples))('the problem $code has the status that it is answered with', (problem) => {
  expect(problemStatuses('postComment', problem.code)).toContain(problemAnswer(problem).status)
})

describe('what the server answers is as it is described:', () => {
  let server: StartedServer
  beforeAll(async () => {
    const environment = { SOUNDOFF_MODERATORS: MODERATORS }
    server = await startNodeServer({ environment, seed: conformanceImports })
    await hold(server.backend.store, 'held', { discussionId: 'writing' as DiscussionId })
  })
  afterAll(() => server.stop())

  const content = { 'Content-Type': 'application/json' }
  const right = { headers: { ...content, Authorization: `Bearer ${mo.token}` } }
  const asked = '{"comments":[{"discussionId":"small","commentId":"small-1","editToken":"wrong"}]}'
  const closing = '{"discussionId":"closed","closed":false,"reason":null}'
  const calls: [ServedName, string, RequestInit?][] = [
    ['checkHealth', '/health'],
    ['readArticle', '/articles/small'],
    ['readDiscussion', '/discussions/small'],
    ['listComments', '/discussions/small/comments?limit=2'],
    ['listChanges', '/discussions/small/changes?since=0'],
    ['searchComments', '/discussions/small/search?q=text'],
    ['readOverview', '/discussions/small/overview'],
    ['readCounts', '/counts', { method: 'POST', headers: content, body: '{"discussionIds":["small"]}' }],
    [
      'postComment',
      '/discussions/writing/comments',
      { method: 'POST', headers: content, body: '{"author":{"name":"Ann"},"body":"Hello"}' },
    ],
    ['postComment', '/discussions/writing/comments', { method: 'POST', headers: content, body: '{}' }],
    ['readDiscussion', '/discussions/none'],
    [
      'openDiscussion',
      '/discussions/none',
      { method: 'PUT', headers: content, body: '{"url":null,"title":null}' },
    ],
    ['deleteComment', '/discussions/small/comments/none', { method: 'DELETE' }],
    ['exportOwn', '/own/export', { method: 'POST', headers: content, body: asked }],
    ['eraseOwn', '/own/erasures', { method: 'POST', headers: content, body: asked }],
    ['eraseOwn', '/own/erasures', { method: 'POST', headers: content, body: '{}' }],
    ['readQueue', '/moderation/queue', right],
    ['readQueue', '/moderation/queue'],
    ['closeDiscussion', '/moderation/closing', { ...right, method: 'POST', body: closing }],
    ['readLog', '/moderation/log', right],
  ]

  test.each(calls)('%s at %s', async (name, path, init) => {
    const response = await fetch(`${server.origin}/api/v1${path}`, init)
    const described = find(name).responses[response.status]?.content
    const type = response.headers.get('Content-Type') ?? ''
    expect(Object.keys(described ?? {})).toEqual([type])
    const schema = described?.[type]?.schema ?? {}
    expectMembers(await response.json(), type === 'application/json' ? schema : problemMembers())
  })

  test('both descriptions are read where they are said to be, by pages of other origins too', async () => {
    const json = await fetch(`${server.origin}/api/v1/openapi.json`)
    expect(json.headers.get('Content-Type')).toBe('application/json')
    expect(await json.json()).toEqual(JSON.parse(JSON.stringify(description)))
    const docs = await fetch(`${server.origin}/api/v1/docs`)
    expect(docs.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
    expect(docs.headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'; style-src 'sha256-/)
    const tag = docs.headers.get('ETag') ?? ''
    const again = await fetch(`${server.origin}/api/v1/docs`, { headers: { 'If-None-Match': tag } })
    expect([again.status, docs.headers.get('Cache-Control')]).toEqual([304, 'no-cache'])
    expect((await fetch(`${server.origin}/api/v1/docs`, { method: 'POST' })).status).toBe(405)
  })
})

function find(name: ServedName): Operation {
  const found = operations.find(({ operation }) => operation.operationId === name)
  if (!found) throw new Error(`${name} is not described.`)
  return found.operation
}

function resolve(schema: JsonSchema): JsonSchema {
  const name = schema.$ref?.split('/').at(-1)
  return name === undefined ? schema : (description.components.schemas[name] ?? {})
}

function problemMembers(): JsonSchema {
  return resolve({ $ref: '#/components/schemas/Problem' }).allOf?.[0] as JsonSchema
}

/** That an answer has all that its schema demands and, where the schema lists its members, nothing else; and so all the way down. */
function expectMembers(value: unknown, given: JsonSchema | boolean): void {
  const schema = resolve(typeof given === 'boolean' ? {} : given)
  const { properties, required = [], items } = schema
  if (Array.isArray(value) && items !== undefined && !Array.isArray(items)) {
    for (const each of value) expectMembers(each, items)
  }
  if (typeof value !== 'object' || value === null || !properties) return
  expect(Object.keys(value)).toEqual(expect.arrayContaining(required))
  const isProblem = 'detail' in properties
  if (!isProblem) expect(Object.keys(properties)).toEqual(expect.arrayContaining(Object.keys(value)))
  for (const [name, member] of Object.entries(properties)) {
    const held: unknown = Reflect.get(value, name)
    if (held !== undefined) expectMembers(held, member)
  }
}
