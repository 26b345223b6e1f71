import { onlineManager } from '@tanstack/react-query'
import type { Api } from '../api/contract.ts'
import type { Ambient } from './ambient.tsx'
import { DRAFT_PREFIX } from './drafts/draft.ts'
import { OUTBOX_PREFIX } from './outbox/entry.ts'
import { openWriting } from './outbox/openWriting.ts'
import type { Network } from './outbox/sender.ts'
import { createDeviceStorage, spaceOf } from './parts/deviceStorage.ts'
import { whenIdle } from './parts/whenIdle.ts'

/** A backend in the browser answers without a network, too. */
const always: Network = { isOnline: () => true, subscribe: () => () => {} }

/**
 * What the reader's device keeps on the page's origin for the backend of that base, or, by `null`, for the one in the browser.
 * Drafts and the outbox are kept a second time, once the page is idle or something is written; without a storage for it, or
 * without the code, all is kept once.
 */
export function openDevice(
  api: Api,
  base: string | null,
): Pick<Ambient, 'device' | 'tab' | 'drafts' | 'outbox'> {
  const space = spaceOf(base)
  const device = createDeviceStorage(() => localStorage, [DRAFT_PREFIX, OUTBOX_PREFIX], space)
  onlineManager.setOnline(navigator.onLine)
  const network = base === null ? always : onlineManager
  const mirrored = new Promise<void>((resolve) => {
    whenIdle(resolve)
    device.subscribeAll(DRAFT_PREFIX, () => resolve())
  })
    .then(() => import('./drafts/mirror.ts'))
    .then(({ mirrorTexts }) => mirrorTexts(device))
    .catch(() => undefined)
  return {
    device,
    tab: createDeviceStorage(() => sessionStorage, [], space),
    ...openWriting({ device, api, network, retryDelayMs: 500, mirrored }),
  }
}
