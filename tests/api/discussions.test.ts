import { expect, test } from 'vitest'
import { createClient } from '../../src/api/client.ts'
import { BASE_PATH } from '../../src/api/basePath.ts'
import { ANSWER_HEADER } from '../../src/api/contract.ts'
import { createLocalSignal } from '../../src/backend/changeSignal.ts'
import { createHandler } from '../../src/backend/handler.ts'
import { createMemoryStore } from '../../src/backend/memoryStore.ts'
import { createService } from '../../src/backend/service.ts'
import { randomId, type CommentId, type DiscussionId } from '../../src/domain/ids.ts'
import { importOf } from '../backend/imports.ts'
import { serviceOver } from '../support/serviceOver.ts'

const base = `https://comments.test${BASE_PATH}`

test('the client opens a discussion as the service does', async () => {
  const clock = () => new Date('2026-01-01T12:00:00.000Z')
  const ports = { store: createMemoryStore(), clock, ids: randomId<CommentId>, signal: createLocalSignal() }
  const service = createService({ ...ports, mayOpen: () => true })
  const client = createClient(createHandler(service), base)
  const input = { discussionId: 'b' as DiscussionId, url: null, title: 'B' }
  const opened = await client.openDiscussion(input)
  expect(opened).toEqual({ ...(await service.readDiscussion(input)), isNew: true })
  expect(await client.openDiscussion(input)).toEqual({ ...opened, isNew: false })
  const refusing = createClient(createHandler(createService(ports)), base)
  await expect(
    refusing.openDiscussion({ ...input, discussionId: 'c' as DiscussionId }),
  ).rejects.toMatchObject({
    problem: { code: 'forbidden', resource: 'discussion' },
  })
})

test.for([
  ['constructor', '__proto__'],
  ['__proto__', 'constructor'],
  ['revision', 'hasOwnProperty'],
  ['isNew', 'toString'],
] as const)('service and client tell the count of %s, and none of %s', async ([id, none]) => {
  const store = createMemoryStore()
  await store.importDiscussion(importOf(id, [['1', null, 1]]), { replace: false })
  const { api: service, handle } = serviceOver(store)
  const answers: Response[] = []
  const client = createClient(async (request) => {
    const answer = await handle(request)
    answers.push(answer.clone())
    return answer
  }, base)
  const discussionIds = [id as DiscussionId, none as DiscussionId]
  for (const api of [service, client]) {
    const counts = await api.readCounts({ discussionIds })
    expect(Object.entries(counts)).toEqual([[id, 1]])
    expect(discussionIds.map((each) => counts[each])).toEqual([1, undefined])
  }
  expect(answers.map(({ status, headers }) => [status, headers.get('ETag')])).toEqual([[200, null]])
})

test.for(['[3]', '{"a":-1}', '{"a":1.5}', '{"a":"1"}', '{"a":null}', '{"a.b":1}', 'null', '7'])(
  'the client takes %s for no counts',
  async (text) => {
    const client = createClient(async () => new Response(text, { headers: { [ANSWER_HEADER]: '1' } }), base)
    await expect(client.readCounts({ discussionIds: ['a' as DiscussionId] })).rejects.toMatchObject({
      problem: { code: 'unexpected-answer', status: 200 },
    })
  },
)
