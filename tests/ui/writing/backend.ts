import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { createLocalSignal } from '../../../src/backend/changeSignal.ts'
import { createHandler } from '../../../src/backend/handler.ts'
import { openIndexedDbStore } from '../../../src/backend/indexedDbStore.ts'
import { problemAnswer } from '../../../src/backend/problemAnswer.ts'
import { createService } from '../../../src/backend/service.ts'
import { discussionIdOf, randomId, type ArticleId, type CommentId } from '../../../src/domain/ids.ts'
import { importOf } from '../../backend/imports.ts'

/**
 * What happens to a request that writes, or asks what became of one: refused before anything is kept, with or without a wait
 * that is asked for; lost or never answered, before or after it is kept.
 */
export const FAULTS = ['fail', 'rate-limit', 'drop', 'drop-after', 'hang', 'hang-after'] as const
export type Fault = (typeof FAULTS)[number]

/** The backend of one story, over a store in IndexedDB that starts anew, as everything else there. */
export async function openBackend(articleId: ArticleId) {
  globalThis.indexedDB = new IDBFactory()
  const store = await openIndexedDbStore()
  await store.importDiscussion(
    importOf(articleId, [
      ['c1', null, 1],
      ['c2', 'c1', 2],
      ['c3', null, 3],
    ]),
    { replace: false },
  )
  const discussionId = discussionIdOf(articleId)
  const api = createService({
    store,
    clock: () => new Date(),
    ids: () => randomId<CommentId>(),
    signal: createLocalSignal(),
  })
  const handle = createHandler(api)
  const faults: Fault[] = []
  let busy = 0

  async function carry(request: Request): Promise<Response> {
    const isWriting = request.method === 'POST' || request.url.includes('/idempotency/')
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
    discussionId,
    faults,
    discussion: await api.readDiscussion({ discussionId }),
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
    async comeByOther(words: string) {
      const author = { name: 'Brook' }
      await api.postComment({ discussionId, parentId: null, author, body: words })
    },
    /** The texts of the writer that the store has, each as often as it stands there. */
    async posted(): Promise<string[]> {
      const { comments } = await api.listComments({ discussionId, order: 'newest', limit: 100 })
      return comments.filter(({ author }) => author.name === 'Ada').map(({ body }) => body)
    },
  }
}
