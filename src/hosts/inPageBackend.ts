import type { Carrier } from '../api/carrier.ts'
import type { Api } from '../api/contract.ts'
import { createHandler } from '../backend/handler.ts'
import { hmacTokens } from '../backend/hmacTokens.ts'
import { createService } from '../backend/service.ts'
import type { ChangeSignal } from '../backend/changeSignal.ts'
import type { Store } from '../backend/store.ts'
import { articleIdOf, randomId, type DiscussionId } from '../domain/ids.ts'
import { createChannelSignal } from './browser/channelSignal.ts'
import { hostSecret } from './browser/hostSecret.ts'
import { openStore } from './browser/openStore.ts'
import { pageCarrier } from './browser/pageCarrier.ts'
import { createSeeds, type Seeds } from './browser/seeds.ts'
import { retriable } from './retriable.ts'
import { findTranscriptNames } from './transcriptNames.ts'

/** How long the storage may take to open before the page does without, in milliseconds. */
const PATIENCE_MS = 5_000

/**
 * A backend for demonstrations in anybody's page: called in it, over its own storage, and open for any discussion. Where the page
 * is of the same origin as a folder of transcripts, those are discussions, too.
 */
export async function startInPageBackend(
  transcripts: URL | null,
): Promise<{ carrier: Carrier; isKept: boolean }> {
  const { store, storage } = await openStore(PATIENCE_MS)
  const signal = createChannelSignal()
  const tokens = hmacTokens(hostSecret(() => localStorage))
  const service = createService({
    store,
    clock: () => new Date(),
    ids: randomId,
    signal,
    tokens,
    mayOpen: () => true,
  })
  const isOurs = transcripts?.origin === location.origin
  const whole = isOurs ? withSamples(service, store, signal, transcripts) : service
  const handle = createHandler(whole, console.error)
  return { carrier: pageCarrier(handle), isKept: storage === 'kept' }
}

/** What the folder lists is there, from when it is first asked for; where that cannot be had now, it is told, and tried again. */
function withSamples(service: Api, store: Store, signal: ChangeSignal, folder: URL): Api {
  const findNames = retriable(() => findTranscriptNames(folder.href))
  const seeds = new Map<DiscussionId, Seeds>()
  const sow = (id: DiscussionId) => {
    const seed =
      seeds.get(id) ?? createSeeds(store, signal, async () => articleIdOf(id), findNames, folder.href)
    seeds.set(id, seed)
    return seed.sow()
  }
  return {
    ...service,
    async readDiscussion(input, options) {
      await sow(input.discussionId)
      return service.readDiscussion(input, options)
    },
    async listComments(input, options) {
      await sow(input.discussionId)
      return service.listComments(input, options)
    },
    async readContext(input, options) {
      await sow(input.discussionId)
      return service.readContext(input, options)
    },
    async openDiscussion(input, options) {
      await sow(input.discussionId)
      return service.openDiscussion(input, options)
    },
    async readCounts(input, options) {
      await Promise.all(input.discussionIds.map(sow))
      return service.readCounts(input, options)
    },
  }
}
