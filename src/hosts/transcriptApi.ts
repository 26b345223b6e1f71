import type { Api } from '../api/contract.ts'
import { createLocalSignal } from '../backend/changeSignal.ts'
import { createMemoryStore } from '../backend/memoryStore.ts'
import { createService } from '../backend/service.ts'
import { randomId, type ArticleId } from '../domain/ids.ts'
import { parseTranscript } from '../transcript/parseTranscript.ts'

/** A backend in memory that holds the article of one transcript, and goes by that id. Throws where the text is no transcript. */
export async function openTranscript(text: string, id: ArticleId): Promise<Api> {
  const transcript = parseTranscript(text, { id })
  if (transcript.article === null) throw new Error(`${id}: ${transcript.problems[0].message}`)
  const store = createMemoryStore()
  await store.importDiscussion(transcript, { replace: false })
  return createService({ store, clock: () => new Date(), ids: randomId, signal: createLocalSignal() })
}
