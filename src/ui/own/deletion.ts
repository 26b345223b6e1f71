import type { CommentId } from '../../domain/ids.ts'
import type { DeviceStorage } from '../parts/deviceStorage.ts'

/** How long a deletion can be taken back, in milliseconds. */
export const DELETE_AFTER_MS = 8_000

/** When a comment is to be deleted, in milliseconds since 1970, and the revision that its writer saw. */
export type Deletion = { until: number; revision: number }

export function readDeletion(device: DeviceStorage, id: CommentId): Deletion | null {
  const [, until, revision] = /^(\d+):(\d+)$/.exec(device.read(nameOf(id)) ?? '') ?? []
  return until === undefined ? null : { until: Number(until), revision: Number(revision) }
}

export function writeDeletion(device: DeviceStorage, id: CommentId, deletion: Deletion | null): void {
  device.write(nameOf(id), deletion && `${deletion.until}:${deletion.revision}`)
}

function nameOf(id: CommentId): string {
  return `deletion:${id}`
}
