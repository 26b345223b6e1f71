import type { DiscussionId } from '../../domain/ids.ts'
import { writeJson } from '../../domain/writeJson.ts'
import type { Entry } from '../outbox/entry.ts'
import type { DeviceStorage } from '../parts/deviceStorage.ts'
import { composerIds } from './composerIds.ts'

/** Since when, in milliseconds since 1970, somebody could write in a composer, and what stands in its field that nobody sees. */
type Signs = { since: number; filled: string }

/** A composer, as it is told from all others of its backend. */
export type ComposerPlace = { discussionId: DiscussionId; form: string }

const PREFIX = 'signs:'

/** Nobody needs them any more after so long, in milliseconds: what was written is sent, or was not meant to be. */
const KEPT_MS = 30 * 24 * 60 * 60_000

/** Most UTF-16 units of what was filled in that are kept. */
const FILLED_LENGTH = 200

/**
 * Keeps that a composer is there to be written in: since the page is, as a text that was copied elsewhere, or a short answer, is sent soon after a
 * composer is opened; and still since then after the page was loaded anew, with its draft.
 */
export function noteBeginning(device: DeviceStorage, place: ComposerPlace, now: number): void {
  for (const name of device.list(PREFIX)) {
    if ((parseSigns(device.read(name))?.since ?? 0) < now - KEPT_MS) device.write(name, null)
  }
  if (readSigns(device, place) === null) keep(device, place, begun())
}

/** Keeps what stands in the field that nobody sees. */
export function noteFilled(device: DeviceStorage, place: ComposerPlace, text: string): void {
  const before = readSigns(device, place) ?? begun()
  const filled = text.slice(0, FILLED_LENGTH).toWellFormed()
  if (filled !== before.filled) keep(device, place, { ...before, filled })
}

/** What the backend is told with what is sent; nothing of what is not known, or cannot be. */
export function signsToSend(
  device: DeviceStorage,
  { discussionId, target, queuedAt }: Pick<Entry, 'discussionId' | 'target' | 'queuedAt'>,
): { emptyField?: string; writingTime?: number } {
  const kept = readSigns(device, { discussionId, form: composerIds(target).form })
  if (kept === null) return {}
  const writingTime = Math.round(queuedAt - kept.since)
  return { emptyField: kept.filled, ...(writingTime >= 0 && { writingTime }) }
}

function begun(): Signs {
  return { since: performance.timeOrigin, filled: '' }
}

function keep(device: DeviceStorage, place: ComposerPlace, kept: Signs): void {
  device.write(nameOf(place), writeJson(kept))
}

function readSigns(device: DeviceStorage, place: ComposerPlace): Signs | null {
  return parseSigns(device.read(nameOf(place)))
}

function nameOf({ discussionId, form }: ComposerPlace): string {
  return `${PREFIX}${discussionId}:${form}`
}

function parseSigns(text: string | null): Signs | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null')
    if (!(value instanceof Object && 'since' in value && 'filled' in value)) return null
    const { since, filled } = value
    return typeof since === 'number' && typeof filled === 'string' ? { since, filled } : null
  } catch {
    return null
  }
}
