import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { openIndexedDbStore } from '../../../src/backend/indexedDbStore.ts'
import { discussionIdOf, type ArticleId, type CommentId } from '../../../src/domain/ids.ts'
import { importOf } from '../../backend/imports.ts'
import { serviceOver } from '../../support/serviceOver.ts'
import { faultyCarrier } from './faultyCarrier.ts'

/** Who writes in the stories. */
export const WRITER = 'Ada'

const articleId = 'story' as ArticleId
const discussionId = discussionIdOf(articleId)

/** The backend of one story, over a store in IndexedDB that starts anew, as everything else there. */
export async function openStoryBackend(rows: Parameters<typeof importOf>[1]) {
  globalThis.indexedDB = new IDBFactory()
  const store = await openIndexedDbStore()
  await store.importDiscussion(importOf(articleId, rows), { replace: false })
  const { api, handle } = serviceOver(store)
  return {
    ...faultyCarrier(handle),
    articleId,
    api,
    discussion: await api.readDiscussion({ discussionId }),
    post: (name: string, parentId: CommentId | null, body: string) =>
      api.postComment({ discussionId, parentId, author: { name }, body }),
    /** The comments of the writer that the store has. */
    async listOwn() {
      const { comments } = await api.listComments({ discussionId, order: 'newest', limit: 100 })
      return comments.filter(({ author }) => author.name === WRITER)
    },
  }
}
