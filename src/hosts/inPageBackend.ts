import type { Carrier } from '../api/carrier.ts'
import type { Api } from '../api/contract.ts'
import { createHandler } from '../backend/handler.ts'
import { hmacTokens } from '../backend/hmacTokens.ts'
import { createService } from '../backend/service.ts'
import type { ChangeSignal } from '../backend/changeSignal.ts'
import type { Store } from '../backend/store.ts'
import { isId, randomId, type ArticleId, type DiscussionId } from '../domain/ids.ts'
import { createChannelSignal } from './browser/channelSignal.ts'
import { hostSecret } from './browser/hostSecret.ts'
import { openStore } from './browser/openStore.ts'
import { pageCarrier } from './browser/pageCarrier.ts'
import { createSeeds } from './browser/seeds.ts'
import { retriable } from './retriable.ts'
import { readTranscriptNames } from './transcriptNames.ts'

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

function withSamples(service: Api, store: Store, signal: ChangeSignal, folder: URL): Api {
  const findNames = retriable(() => readTranscriptNames(folder.href))
  const sown = new Map<DiscussionId, Promise<void>>()
  const sow = ({ discussionId: id }: { discussionId: DiscussionId }) => {
    const findId = async () => (isId<ArticleId>(id) ? id : (await findNames())[0])
    // Where there are none, it is a discussion like any other.
    const done =
      sown.get(id) ??
      createSeeds(store, signal, findId, findNames, folder.href)
        .sow()
        .catch(() => undefined)
    sown.set(id, done)
    return done
  }
  return {
    ...service,
    readDiscussion: (input, options) => sow(input).then(() => service.readDiscussion(input, options)),
    listComments: (input, options) => sow(input).then(() => service.listComments(input, options)),
    openDiscussion: (input, options) => sow(input).then(() => service.openDiscussion(input, options)),
  }
}
