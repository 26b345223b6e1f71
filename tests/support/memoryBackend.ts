import { createLocalSignal } from '../../src/backend/changeSignal.ts'
import { moderateMemory } from '../../src/backend/memoryModerating.ts'
import { createMemory, createMemoryStore } from '../../src/backend/memoryStore.ts'
import type { Store } from '../../src/backend/store.ts'
import type { Article } from '../../src/domain/article.ts'
import type { Backend } from '../../src/hosts/node/openBackend.ts'

/** What a server keeps everything in, forgotten with the process. */
export function openMemoryBackend(given?: Store): Backend {
  const kept = createMemory()
  const store = given ?? createMemoryStore(kept)
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
    moderating: moderateMemory(kept),
    signal: createLocalSignal(),
    reach: async () => undefined,
    findNewestArticle: async () => newest?.id ?? null,
    close: async () => undefined,
  }
}
