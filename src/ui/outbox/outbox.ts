import type { DiscussionId, IdempotencyKey } from '../../domain/ids.ts'
import { writeJson } from '../../domain/writeJson.ts'
import type { DeviceStorage } from '../parts/deviceStorage.ts'
import { isAtRest, OUTBOX_PREFIX, parseEntry, type Entry, type EntryState } from './entry.ts'

/** What was sent from this device and is not acknowledged yet, the same in every tab. */
export type Outbox = {
  /** Everything of one discussion, oldest first; the same array until something changes. */
  list(discussionId: DiscussionId): readonly Entry[]
  read(key: IdempotencyKey): Entry | null
  /** Keeps an entry, and sees to it that it is sent if it is to be. */
  put(entry: Omit<Entry, 'at'>): void
  /** Brings an entry that is still here into another state, and perhaps to another place. */
  change(key: IdempotencyKey, changes: Partial<Omit<Entry, 'key' | 'at'>>): void
  remove(key: IdempotencyKey): void
  subscribe(listener: () => void): () => void
}

/** `wake` is called whenever there may be something to send, also for a tab that is no longer there to do so. */
export function createOutbox(device: DeviceStorage, wake: () => void, now: () => number = Date.now): Outbox {
  let lists = new Map<DiscussionId, readonly Entry[]>()
  device.subscribeAll(OUTBOX_PREFIX, () => {
    lists = new Map()
    if (listEntries(device).some((entry) => !isAtRest(entry))) wake()
  })
  const read = (key: IdempotencyKey) => parseEntry(device.read(nameOf(key)))

  function put(entry: Omit<Entry, 'at'>): void {
    const at = Math.max(now(), (read(entry.key)?.at ?? 0) + 1)
    device.write(nameOf(entry.key), writeJson({ ...entry, at }))
  }

  return {
    list(discussionId) {
      const known = lists.get(discussionId)
      if (known) return known
      const entries = listEntries(device).filter((entry) => entry.discussionId === discussionId)
      lists.set(discussionId, entries)
      return entries
    },
    read,
    put,
    change(key, changes) {
      const entry = read(key)
      if (entry) put({ ...entry, ...changes })
    },
    remove: (key) => device.write(nameOf(key), null),
    subscribe: (listener) => device.subscribeAll(OUTBOX_PREFIX, listener),
  }
}

function nameOf(key: IdempotencyKey): string {
  return OUTBOX_PREFIX + key
}

/** Everything, of every discussion, oldest first. */
export function listEntries(device: DeviceStorage): Entry[] {
  return device
    .list(OUTBOX_PREFIX)
    .flatMap((name) => parseEntry(device.read(name)) ?? [])
    .toSorted((a, b) => a.queuedAt - b.queuedAt)
}

export const queued: EntryState = { step: 'queued' }
