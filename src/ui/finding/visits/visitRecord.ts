import type { DiscussionId } from '../../../domain/ids.ts'
import { writeJson } from '../../../domain/writeJson.ts'
import type { DeviceStorage } from '../../parts/deviceStorage.ts'

/** Up to which version a discussion was seen, and when that was, in milliseconds since 1970. */
export type Seen = { version: number; at: number }

/** After so long without the page, in milliseconds, a reader who comes back to it visits it anew. */
export const VISIT_ENDS_AFTER_MS = 30 * 60_000

/** What is kept of visits: by the device where the last one ended, by the tab where the running one began. */
function visitName(discussionId: DiscussionId): string {
  return `visit:${discussionId}`
}

/**
 * From where on things are new to the reader: from where the visit of this tab began, if it goes on, else from where the last one
 * ended; `null` where there was none.
 */
export function findBaseline(
  { tab, device }: { tab: DeviceStorage; device: DeviceStorage },
  discussionId: DiscussionId,
  nowMs: number,
): Seen | null {
  const running = readSeen(tab, discussionId)
  if (running && Math.abs(nowMs - running.at) < VISIT_ENDS_AFTER_MS) return running
  return readSeen(device, discussionId)
}

/** `null` where nothing is kept, or nothing that makes sense. */
export function readSeen(storage: DeviceStorage, discussionId: DiscussionId): Seen | null {
  try {
    const value: unknown = JSON.parse(storage.read(visitName(discussionId)) ?? 'null')
    if (!(value instanceof Object && 'version' in value && 'at' in value)) return null
    const { version, at } = value
    return Number.isSafeInteger(version) && Number(version) >= 0 && Number.isFinite(at)
      ? { version: Number(version), at: Number(at) }
      : null
  } catch {
    return null
  }
}

/** `null` forgets it. */
export function writeSeen(storage: DeviceStorage, discussionId: DiscussionId, seen: Seen | null): void {
  storage.write(visitName(discussionId), seen && writeJson(seen))
}
