import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import { OUTBOX_PREFIX, parseEntry } from '../outbox/entry.ts'
import type { DeviceStorage } from '../parts/deviceStorage.ts'
import { DRAFT_PREFIX, isBare, parseDraft, type Draft } from './draft.ts'

/** Other tabs may still hear of one that was emptied a moment ago. */
const SPENT_AFTER_MS = 60_000

type Schema = DBSchema & { texts: { key: string; value: string } }

/**
 * Keeps drafts and the outbox in IndexedDB as well: it has room where the smaller storage is full, and what it has taken in
 * outlives the browser's process, whose smaller storage may lose its last seconds. What it holds and the page does not,
 * or holds of a later time, is given back. Rejects where the browser has no IndexedDB for this page.
 */
export async function mirrorTexts(device: DeviceStorage): Promise<void> {
  const database = await openDB<Schema>(`${device.space}-drafts`, 1, {
    upgrade: (created) => void created.createObjectStore('texts'),
  })
  const channel = openChannel(`${device.space}:drafts`)
  const names = await database.getAllKeys('texts')
  const texts = await database.getAll('texts')
  names.forEach((name, index) => takeIn(device, name, texts[index]))
  tidy(device)
  const waiting = new Set<string>()
  let isWriting = false

  async function write(): Promise<void> {
    if (isWriting) return
    isWriting = true
    for (const name of waiting) {
      waiting.delete(name)
      const text = device.read(name)
      const isKept = await put(database, name, text).then(
        () => true,
        () => false,
      )
      if (!isKept) continue
      device.mirroring.settle(name, text)
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has the origin of the page.
      channel?.postMessage(name)
    }
    isWriting = false
  }

  const mirror = (name: string) => {
    waiting.add(name)
    void write()
  }
  channel?.addEventListener('message', ({ data }) => {
    if (typeof data !== 'string') return
    void database.get('texts', data).then((text) => takeIn(device, data, text))
  })
  for (const prefix of [DRAFT_PREFIX, OUTBOX_PREFIX]) {
    device.subscribeAll(prefix, (name) => (name === null ? device.list(prefix) : [name]).forEach(mirror))
    device.list(prefix).forEach(mirror)
  }
  // Also what is not kept here any more: a page may have gone, or the browser ended, before it was told so.
  device.mirroring.removed().forEach(mirror)
}

/** The transaction is told to commit at once, so that it is on its way to the browser when the page goes. */
async function put(database: IDBPDatabase<Schema>, name: string, text: string | null): Promise<void> {
  const transaction = database.transaction('texts', 'readwrite')
  const done = text === null ? transaction.store.delete(name) : transaction.store.put(text, name)
  transaction.commit()
  await Promise.all([done, transaction.done])
}

function takeIn(device: DeviceStorage, name: string, text: string | undefined): void {
  if (text === undefined || device.mirroring.isRemoved(name)) return
  const here = device.read(name)
  if (here === null || timeOf(here) < timeOf(text)) device.write(name, text)
}

function timeOf(text: string): number {
  return parseEntry(text)?.at ?? parseDraft(text)?.stamp.at ?? 0
}

/** Removes drafts that nothing stands in any more. */
function tidy(device: DeviceStorage): void {
  const now = Date.now()
  for (const name of device.list(DRAFT_PREFIX)) {
    const draft = parseDraft(device.read(name))
    if (draft && isSpent(draft, now)) device.write(name, null)
  }
}

function isSpent(draft: Draft, now: number): boolean {
  const { returned, others, discarded, stamp } = draft
  if (!isBare(draft) || returned !== null || others.length > 0) return false
  return (discarded?.until ?? 0) < now && stamp.at < now - SPENT_AFTER_MS
}

function openChannel(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name)
  } catch {
    return null
  }
}
