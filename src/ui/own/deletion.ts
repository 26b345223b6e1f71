import type { CommentId } from '../../domain/ids.ts'
import type { DeviceStorage } from '../parts/deviceStorage.ts'

/** How long a deletion can be taken back, in milliseconds. */
export const DELETE_AFTER_MS = 8_000

/** When a comment is to be deleted, in milliseconds since 1970, and the revision that its writer saw. */
export type DeletionRecord = { until: number; revision: number }

/** The name under which the device keeps it. */
export function deletionName(id: CommentId): string {
  return `deletion:${id}`
}

/** `null` where it was taken back, or is done. */
export function readDeletion(device: DeviceStorage, id: CommentId): DeletionRecord | null {
  return parseDeletion(device.read(deletionName(id)))
}

export function parseDeletion(text: string | null): DeletionRecord | null {
  const [, until, revision] = /^(\d+):(\d+)$/.exec(text ?? '') ?? []
  return until === undefined ? null : { until: Number(until), revision: Number(revision) }
}

export function writeDeletion(device: DeviceStorage, id: CommentId, deletion: DeletionRecord | null): void {
  device.write(deletionName(id), deletion && `${deletion.until}:${deletion.revision}`)
}
