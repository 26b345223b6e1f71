import { createLocalSignal, type ChangeSignal } from '../../backend/changeSignal.ts'
import { isId, type DiscussionId } from '../../domain/ids.ts'

/** The part of `BroadcastChannel` that is used. */
export type SignalChannel = {
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void
  postMessage(message: DiscussionId): void
  close(): void
}

/**
 * Tells the other tabs of the page's origin too, each of which runs a service of its own over the storage that they share.
 * Where the browser has no channel between tabs, this tab alone. The channel is open only while somebody listens: a page
 * with an open one may not be kept for a return to it.
 */
export function createChannelSignal(
  open: () => SignalChannel = () => new BroadcastChannel('soundoff:changes'),
): ChangeSignal {
  const local = createLocalSignal()
  const listening = new Set<object>()
  let channel: SignalChannel | null = null
  return {
    send(discussionId) {
      local.send(discussionId)
      const used = channel ?? attempt(open)
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has the origin of the page.
      attempt(() => used?.postMessage(discussionId))
      if (used !== channel) used?.close()
    },
    listen(discussionId, listener) {
      const stop = local.listen(discussionId, listener)
      listening.add(stop)
      channel ??= attempt(() => hear(open(), local))
      return () => {
        stop()
        listening.delete(stop)
        if (listening.size > 0) return
        channel?.close()
        channel = null
      }
    },
  }
}

function hear(channel: SignalChannel, local: ChangeSignal): SignalChannel {
  channel.addEventListener('message', ({ data }) => {
    if (isId<DiscussionId>(data)) local.send(data)
  })
  return channel
}

/** What a browser that has no channels, or blocks them, throws for is done without. */
function attempt<Value>(action: () => Value): Value | null {
  try {
    return action()
  } catch {
    return null
  }
}
