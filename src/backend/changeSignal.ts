import type { DiscussionId } from '../domain/ids.ts'

/** Tells whoever follows a discussion that something changed in it, in this process and in others over the same store. */
export type ChangeSignal = {
  /** To be called once the change is committed. */
  send(discussionId: DiscussionId): void
  /** Gives the way to stop. A signal may come without a change, or once for several. */
  listen(discussionId: DiscussionId, listener: () => void): () => void
}

export type LocalSignal = ChangeSignal & {
  /** To whoever follows any discussion. */
  sendToAll(): void
}

/** For what runs in one process with its store. */
export function createLocalSignal(): LocalSignal {
  const listeners = new Map<DiscussionId, Set<() => void>>()
  return {
    send: (discussionId) => listeners.get(discussionId)?.forEach((listener) => listener()),
    sendToAll: () => listeners.forEach((group) => group.forEach((listener) => listener())),
    listen(discussionId, listener) {
      const group = listeners.get(discussionId) ?? new Set()
      listeners.set(discussionId, group.add(listener))
      return () => {
        group.delete(listener)
        if (group.size === 0) listeners.delete(discussionId)
      }
    },
  }
}
