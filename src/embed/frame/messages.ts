import { isId } from '../../domain/ids.ts'
import { ATTRIBUTES, type WrittenOptions } from '../options.ts'
import { isEventMessage, type EventMessage } from './eventMessages.ts'
import { isLook, type Look } from './look.ts'

/** What the page around a frame tells it. */
export type ToFrame =
  /** All that the frame is to show, and how. */
  | { kind: 'options'; written: WrittenOptions; look: Look }
  /** The page's address leads to this comment. */
  | { kind: 'go'; commentId: string }
  /** The reader is at something else in the page now, which nothing in the frame is to take focus from. */
  | { kind: 'left' }
  /** How much of the frame is above and below the window, and how high that is. */
  | { kind: 'view'; above: number; below: number; window: number }

/** What a frame tells the page around it. Lengths are in CSS pixels, and places in the frame's own coordinates. */
export type ToPage =
  /** It is there, and is to be told everything. Also after it was loaded anew. */
  | { kind: 'here' }
  /** Of all that stands in it, in whole pixels; what is read has moved down by `shift` with that. */
  | { kind: 'height'; height: number; shift: number }
  /** What the reader is to see; `block` is as `scrollIntoView` has it. */
  | { kind: 'place'; top: number; height: number; block: 'start' | 'nearest' }
  | EventMessage

/** The tallest that a frame is made, which no discussion reaches. */
export const MOST_PIXELS = 1_000_000
/** The longest text in a message. */
export const MOST_LETTERS = 4_000

/** Tells messages of ours, by their version, from all others that pages send about. */
const MARK = { soundoff: 1 }

type Guards = Readonly<Record<string, (value: unknown) => boolean>>

const TO_FRAME: Readonly<Record<ToFrame['kind'], Guards>> = {
  options: { written: isWritten, look: isLook },
  go: { commentId: isId },
  left: {},
  view: { above: isLength, below: isLength, window: isLength },
}

const TO_PAGE: Readonly<Record<Exclude<ToPage['kind'], 'event'>, Guards>> = {
  here: {},
  height: { height: isHeight, shift: isShift },
  place: { top: isLength, height: isLength, block: (value) => value === 'start' || value === 'nearest' },
}

/** The message in what came from the page around a frame, where it is one. Who sent it is to be looked at besides. */
export function readToFrame(data: unknown): ToFrame | null {
  return isMarked(data) && isToFrame(data) ? data : null
}

/** The message in what came from a frame, where it is one. Who sent it is to be looked at besides. */
export function readToPage(data: unknown): ToPage | null {
  return isMarked(data) && isToPage(data) ? data : null
}

/** Posts a message to a window as long as its document is of that origin. */
export function post(target: Window, message: ToFrame | ToPage, origin: string): void {
  target.postMessage({ ...MARK, ...message }, origin)
}

type Marked = Readonly<Record<string, unknown>>

function isMarked(data: unknown): data is Marked {
  return typeof data === 'object' && data !== null && 'soundoff' in data && data.soundoff === MARK.soundoff
}

function isToFrame(data: Marked): data is ToFrame & Marked {
  return fits(data, TO_FRAME)
}

function isToPage(data: Marked): data is ToPage & Marked {
  return fits(data, TO_PAGE) || isEventMessage(data)
}

function fits(data: Marked, kinds: Readonly<Record<string, Guards>>): boolean {
  const { kind } = data
  const guards = typeof kind === 'string' && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
  return guards !== undefined && Object.entries(guards).every(([name, isFit]) => isFit(data[name]))
}

function isWritten(value: unknown): value is WrittenOptions {
  if (typeof value !== 'object' || value === null) return false
  const written = new Map<string, unknown>(Object.entries(value))
  return Object.keys(ATTRIBUTES).every((name) => isText(written.get(name)))
}

function isText(value: unknown): boolean {
  return value === null || (typeof value === 'string' && value.length <= MOST_LETTERS)
}

function isLength(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= MOST_PIXELS
}

function isHeight(value: unknown): boolean {
  return isLength(value) && Number.isInteger(value) && value !== 0
}

function isShift(value: unknown): boolean {
  return typeof value === 'number' && Math.abs(value) <= MOST_PIXELS
}
