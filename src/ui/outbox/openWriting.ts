import { createDrafts, type Drafts } from '../drafts/drafts.ts'
import { whenIdle } from '../parts/whenIdle.ts'
import { OUTBOX_PREFIX } from './entry.ts'
import { createOutbox, listEntries, type Outbox } from './outbox.ts'
import type { DeviceStorage } from '../parts/deviceStorage.ts'
import type { SenderPorts } from './sender.ts'

/** After the code could not be loaded, in milliseconds. */
const LOAD_AGAIN_MS = 5_000
/** How long sending waits for the second storage, in milliseconds. */
const MIRROR_LIMIT_MS = 2_000

/**
 * What people write on this page: drafts, and the outbox with what sends from it, which is loaded with the first comment that
 * is to be sent. Where that fails it is loaded again a little later. `mirrored` is settled once the second storage has given back what it has.
 */
export function openWriting(
  ports: Pick<SenderPorts, 'device' | 'api' | 'network' | 'retryDelayMs'> & { mirrored?: Promise<unknown> },
): {
  drafts: Drafts
  outbox: Outbox
} {
  const drafts = createDrafts(ports.device)
  forgetPosted(ports.device)
  let sender: Promise<{ run(): void }> | null = null
  const load = async () => {
    // What is sent is to be what was written last, which only the second storage may have.
    await Promise.race([ports.mirrored, new Promise((resolve) => setTimeout(resolve, MIRROR_LIMIT_MS))])
    const { createSender } = await import('./sender.ts')
    return createSender({ ...ports, outbox, drafts, now: Date.now, random: Math.random })
  }
  const wake = () => {
    if (sender === null) {
      sender = load()
      sender.catch(() => {
        const until = Date.now() + LOAD_AGAIN_MS
        for (const { key, state } of listEntries(ports.device)) {
          if (state.step !== 'queued') continue
          outbox.change(key, { state: { step: 'stalled', problem: { code: 'unreachable' }, until } })
        }
        setTimeout(() => {
          sender = null
          wake()
        }, LOAD_AGAIN_MS)
      })
    }
    sender.then(
      ({ run }) => run(),
      () => undefined,
    )
  }
  const outbox = createOutbox(ports.device, wake)
  if (ports.device.list(OUTBOX_PREFIX).length > 0) whenIdle(wake)
  return { drafts, outbox }
}

/** What was posted from the page before this one is in the discussion by now. */
function forgetPosted(device: DeviceStorage): void {
  for (const { key, state } of listEntries(device)) {
    if (state.step === 'posted') device.write(OUTBOX_PREFIX + key, null)
  }
}
