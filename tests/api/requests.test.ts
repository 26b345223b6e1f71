import { describe, expect, test } from 'vitest'
import { BASE_PATH } from '../../src/api/basePath.ts'
import { createClient } from '../../src/api/client.ts'
import { randomId, type CommentId, type DiscussionId, type IdempotencyKey } from '../../src/domain/ids.ts'

const base = `https://comments.test/site${BASE_PATH}`
const discussionId = 'a' as DiscussionId
const hello = { discussionId, parentId: null, author: { name: 'Ann' }, body: 'Hello' }

describe('a request', () => {
  test('carries path, query, key and body each in its place', async () => {
    const requests: Request[] = []
    const client = createClient((request) => {
      requests.push(request)
      return Promise.reject(new Error('Seen enough'))
    }, base)
    const key = randomId()
    await client
      .listComments({ discussionId, order: 'replies', limit: 3, cursor: 'a+b&c' })
      .catch(() => undefined)
    await client.postComment({ ...hello, idempotencyKey: key } as typeof hello).catch(() => undefined)
    const [list, post] = requests
    expect(list?.method).toBe('GET')
    expect(list?.url).toBe(`${base}/discussions/a/comments?order=replies&limit=3&cursor=a%2Bb%26c`)
    expect([post?.method, post?.url]).toEqual(['POST', `${base}/discussions/a/comments`])
    expect(post?.headers.get('Idempotency-Key')).toBe(key)
    expect(post?.headers.get('Content-Type')).toBe('application/json')
    expect(await post?.json()).toEqual({ parentId: null, author: { name: 'Ann' }, body: 'Hello' })
  })
})

test('a request of a writer carries the right and the revision in headers, and nowhere else', async () => {
  const requests: Request[] = []
  const client = createClient((request) => {
    requests.push(request)
    return Promise.reject(new Error('Seen enough'))
  }, base)
  const right = { discussionId, commentId: '1' as CommentId, editToken: 'a-token', revision: 3 }
  await client.editComment({ ...right, body: 'Better', format: 'markdown' }).catch(() => undefined)
  await client.deleteComment(right).catch(() => undefined)
  await client.readPost({ key: 'k' as IdempotencyKey }).catch(() => undefined)
  const comment = `${base}/discussions/a/comments/1`
  const seen = requests.map(({ method, url, headers }) => [
    method,
    url,
    headers.get('Authorization'),
    headers.get('If-Match'),
    headers.get('Idempotency-Key'),
  ])
  expect(seen).toEqual([
    ['PATCH', comment, 'Bearer a-token', '"3"', null],
    ['DELETE', comment, 'Bearer a-token', '"3"', null],
    ['GET', `${base}/idempotency/k`, null, null, null],
  ])
  expect(await requests[0]?.json()).toEqual({ body: 'Better', format: 'markdown' })
  expect(await requests[1]?.text()).toBe('')
})
