import { createLocalSignal } from '../../src/backend/changeSignal.ts'
import { createMemoryServerStore } from '../../src/backend/memoryServerStore.ts'
import type { ServerStore } from '../../src/backend/serverStore.ts'
import type { Article } from '../../src/domain/article.ts'
import type { Backend } from '../../src/hosts/node/openBackend.ts'

/** What a server keeps everything in, forgotten with the process. */
export function openMemoryBackend(store: ServerStore = createMemoryServerStore()): Backend {
  let newest: Article | null = null
  return {
    store: {
      ...store,
      async importDiscussion(batch, options) {
        const isTaken = await store.importDiscussion(batch, options)
        const { article } = batch
        if (isTaken && article.publishedAt !== null && article.publishedAt >= (newest?.publishedAt ?? '')) {
          newest = article
        }
        return isTaken
      },
    },
    signal: createLocalSignal(),
    reach: async () => undefined,
    findNewestArticle: async () => newest?.id ?? null,
    ask: null,
    close: async () => undefined,
  }
}
