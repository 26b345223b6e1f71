import type { PostedComment } from '../../api/schemas.ts'
import type { CommentId } from '../../domain/ids.ts'
import type { DeviceStorage } from '../parts/deviceStorage.ts'

/** Keeps the right to edit and delete a comment, which its writer is given once. */
export function keepToken(device: DeviceStorage, { id, editToken }: PostedComment): void {
  if (editToken !== null) device.write(tokenName(id), editToken)
}

/** The right to edit and delete a comment; `null` where this device does not have it. */
export function readToken(device: DeviceStorage, id: CommentId): string | null {
  return device.read(tokenName(id))
}

/** The name under which the device keeps it. */
export function tokenName(id: CommentId): string {
  return `token:${id}`
}
