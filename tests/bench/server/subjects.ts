import type { Request } from 'autocannon'
import { BASE_PATH } from '../../../src/api/basePath.ts'
import { networkCarrier } from '../../../src/api/carrier.ts'
import { createClient } from '../../../src/api/client.ts'
import { ORDERS } from '../../../src/domain/order.ts'
import { randomId, type CommentId } from '../../../src/domain/ids.ts'
import type { Filled } from './databases.ts'
import type { Subject } from './measure.ts'

/** At how many places of the discussion pages begin. */
const PLACES = 50
const WRITE_EVERY = 10
/** A span of time in which so many comments came, whatever the size of the discussion. */
const SPAN = 1_000

/** What is asked of a discussion that `fillDiscussion` has filled. Pages, comments and words are taken all over it, by chance. */
export async function subjectsOf(
  origin: string,
  { discussionId, count }: Pick<Filled, 'discussionId' | 'count'>,
): Promise<Subject[]> {
  const path = `${BASE_PATH}/discussions/${discussionId}`
  const cursors = await findCursors(origin, { discussionId, count })
  const get = (rest: string): Request => ({ method: 'GET', path: path + rest })
  const post = (): Request => ({
    method: 'POST',
    path: `${path}/comments`,
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': randomId() },
    body: JSON.stringify({
      parentId: Math.random() < 0.5 ? null : someComment(count),
      author: { name: `Name ${upTo(1_000)}` },
      body: `Something new about word ${upTo(100)}, ${randomId()}`,
    }),
  })
  const readPage = () => {
    const order = any(ORDERS)
    const cursor = Math.random() < 0.5 ? null : any(cursors[order])
    return get(`/comments?order=${order}${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`)
  }
  let asked = 0
  return [
    { name: 'a page of threads', isRead: true, next: readPage },
    { name: 'replies of the largest branch', isRead: true, next: () => get('/comments/c0/replies') },
    {
      name: 'a permalink’s context',
      isRead: true,
      next: () => get(`/comments/${someComment(count)}/context`),
    },
    {
      name: 'a search within the time of 1,000 comments',
      isRead: true,
      next: () => {
        const begin = BEGINNING + upTo(Math.max(1, count - SPAN)) * 1_000
        const from = new Date(begin).toISOString()
        const until = new Date(begin + SPAN * 1_000).toISOString()
        return get(`/search?q=word+${upTo(100)}&from=${from}&until=${until}`)
      },
    },
    {
      name: 'a search, which one in a hundred matches',
      isRead: true,
      next: () => get(`/search?q=%22word+${10 + upTo(90)}+about%22`),
    },
    { name: 'posts', isRead: false, next: post },
    {
      name: 'nine pages of threads to one post',
      isRead: false,
      next: () => ((asked += 1) % WRITE_EVERY === 0 ? post() : readPage()),
    },
  ]
}

/** When the first comment came. */
const BEGINNING = Date.UTC(2020, 0, 1)

async function findCursors(origin: string, { discussionId, count }: Pick<Filled, 'discussionId' | 'count'>) {
  const api = createClient(networkCarrier, origin + BASE_PATH)
  const places = Array.from({ length: PLACES }, () => someComment(count))
  const found = await Promise.all(
    ORDERS.map(async (order) => {
      const pages = await Promise.all(
        places.map((commentId) => api.readContext({ discussionId, commentId, order })),
      )
      return [order, pages.flatMap(({ nextCursor }) => nextCursor ?? [])] as const
    }),
  )
  return Object.fromEntries(found)
}

function someComment(count: number): CommentId {
  return `c${upTo(count)}` as CommentId
}

/** A whole number from 0 on, less than `limit`. */
function upTo(limit: number): number {
  return Math.floor(Math.random() * limit)
}

function any<Value>(values: readonly Value[] | undefined): Value {
  const value = values?.[upTo(values.length)]
  if (value === undefined) throw new Error('There is nothing to choose from')
  return value
}
