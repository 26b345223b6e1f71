import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { createLocalSignal } from '../../../src/backend/changeSignal.ts'
import { createHandler } from '../../../src/backend/handler.ts'
import { openIndexedDbStore } from '../../../src/backend/indexedDbStore.ts'
import { problemAnswer } from '../../../src/backend/problemAnswer.ts'
import { createService } from '../../../src/backend/service.ts'
import { randomId, type ArticleId, type CommentId, type DiscussionId } from '../../../src/domain/ids.ts'
import { importOf } from '../../backend/imports.ts'
import type { Fault } from './backend.ts'

export const WRITER = 'Ada'

/** What stands in the discussion when a story begins: two threads, each with a reply. */
const ROWS = [
  ['c1', null, 1, 'Pete'],
  ['c2', 'c1', 2, 'Hapa'],
  ['c3', null, 3, 'George'],
  ['c4', 'c3', 4, 'Kim'],
] as const

export type PageBackend = Awaited<ReturnType<typeof openPageBackend>>

/**
 * The backend of one story, over a store in IndexedDB that starts anew, as everything else there. Each request that writes, or asks
 * what became of one, takes the next of `faults`. `own` is a reply by the writer, who has the right to edit it.
 */
export async function openPageBackend() {
  globalThis.indexedDB = new IDBFactory()
  const store = await openIndexedDbStore()
  const articleId = 'story' as ArticleId
  await store.importDiscussion(importOf(articleId, ROWS), { replace: false })
  const discussionId = 'story' as DiscussionId
  const api = createService({
    store,
    clock: () => new Date(),
    ids: () => randomId<CommentId>(),
    signal: createLocalSignal(),
  })
  const handle = createHandler(api)
  const faults: Fault[] = []
  let busy = 0
  const post = (name: string, parentId: string | null, body: string) =>
    api.postComment({ discussionId, parentId: parentId as CommentId | null, author: { name }, body })
  const own = await post(WRITER, 'c1', 'Mine.')

  async function carry(request: Request): Promise<Response> {
    const isWriting = request.method !== 'GET' || request.url.includes('/idempotency/')
    const fault = isWriting ? faults.shift() : undefined
    if (fault === 'fail') return problemAnswer({ code: 'unavailable' })
    if (fault === 'rate-limit') return problemAnswer({ code: 'rate-limited', retryAfter: 3 })
    if (fault === 'drop') throw new TypeError('no network')
    if (fault === 'hang') return never()
    const answer = await handle(request)
    if (fault === 'drop-after') throw new TypeError('connection reset')
    if (fault === 'hang-after') return never()
    return answer
  }

  const never = () => {
    busy -= 1
    return new Promise<never>(() => {})
  }

  return {
    articleId,
    own,
    faults,
    /** Whether something is on its way that comes back. */
    isBusy: () => busy > 0,
    async carrier(request: Request): Promise<Response> {
      busy += 1
      try {
        return await carry(request)
      } finally {
        busy -= 1
      }
    },
    comeByOther: (parentId: string | null, words: string) => post('Brook', parentId, words),
    /** What the writer has in the store: the texts that were posted from the page, each as often as it stands there, and `own`. */
    async held(): Promise<{ posted: string[]; own: string }> {
      const { comments } = await api.listComments({ discussionId, order: 'newest', limit: 100 })
      const texts = comments.filter(({ author }) => author.name === WRITER)
      return {
        posted: texts.filter(({ id }) => id !== own.id).map(({ body }) => body),
        own: texts.find(({ id }) => id === own.id)?.body ?? '',
      }
    },
  }
}
