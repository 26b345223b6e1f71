import { createLocalSignal } from '../../src/backend/changeSignal.ts'
import { createHandler } from '../../src/backend/handler.ts'
import type { Store } from '../../src/backend/store.ts'
import { createService } from '../../src/backend/service.ts'
import { randomId, type CommentId } from '../../src/domain/ids.ts'

type Given = Parameters<typeof createService>[0]

/** The service over a store, in the time that it is, and the handler that answers requests for it. */
export function serviceOver(store: Store, policy: Pick<Given, 'suspect'> = {}) {
  const signal = createLocalSignal()
  const api = createService({
    store,
    clock: () => new Date(),
    ids: () => randomId<CommentId>(),
    signal,
    ...policy,
  })
  return { api, handle: createHandler(api), signal }
}
