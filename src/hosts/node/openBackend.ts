import { createLocalSignal, type ChangeSignal } from '../../backend/changeSignal.ts'
import { createMemoryStore } from '../../backend/memoryStore.ts'
import type { Store } from '../../backend/store.ts'
import type { Article } from '../../domain/article.ts'
import type { ArticleId } from '../../domain/ids.ts'
import type { Settings } from './settings.ts'

/** What the server keeps everything in. */
export type Backend = {
  store: Store
  signal: ChangeSignal
  /** Rejects where the store cannot be reached now; asks no more of it than it must. */
  reach(): Promise<void>
  /** The article that was published last; `null` where none has a time of publication. */
  findNewestArticle(): Promise<ArticleId | null>
  /** After what is under way. Nothing is asked of it any more. */
  close(): Promise<void>
}

/** Opens what `settings` name, ready to be asked. */
export async function openBackend(_settings: Pick<Settings, 'databaseUrl' | 'dataFolder'>): Promise<Backend> {
  return openMemoryBackend()
}

/** Forgets everything with the process. */
export function openMemoryBackend(store: Store = createMemoryStore()): Backend {
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
    close: async () => undefined,
  }
}
