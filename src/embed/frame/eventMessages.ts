import { dispatchEmbedEvent, type EmbedEvents, type FailureCode } from '../embedEvents.ts'

/** What the element in a frame tells, to be told by the element around it. */
export type EventMessage<Name extends keyof EmbedEvents = keyof EmbedEvents> = {
  [Each in Name]: { kind: 'event'; name: Each; detail: EmbedEvents[Each] }
}[Name]

type Guard = (value: unknown) => boolean

/** By hand, as the schemas are larger than all of this. */
const FAILURE_CODES: Readonly<Record<FailureCode, true>> = {
  application: true,
  'not-found': true,
  invalid: true,
  'too-long': true,
  'discussion-closed': true,
  'parent-gone': true,
  'depth-exceeded': true,
  duplicate: true,
  'idempotency-key-reused': true,
  changed: true,
  'edit-window-over': true,
  forbidden: true,
  'rate-limited': true,
  'too-large': true,
  unavailable: true,
  unreachable: true,
  'timed-out': true,
  'unexpected-answer': true,
}

const isText: Guard = (value) => typeof value === 'string'
const isTextOrNull: Guard = (value) => value === null || typeof value === 'string'
const isCount: Guard = (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
const isDoing: Guard = (value) => value === 'loading' || value === 'counting' || value === 'posting'
const isCode: Guard = (value) => typeof value === 'string' && Object.hasOwn(FAILURE_CODES, value)

const DETAILS: { readonly [Name in keyof EmbedEvents]: Readonly<Record<keyof EmbedEvents[Name], Guard>> } = {
  'soundoff:ready': { discussionId: isText, count: isCount },
  'soundoff:count': { discussionId: isText, count: isCount, text: isText, backend: isText },
  'soundoff:posted': { discussionId: isText, commentId: isText, parentId: isTextOrNull, status: isText },
  'soundoff:failed': { discussionId: isText, doing: isDoing, code: isCode },
  'soundoff:draft': {
    discussionId: isText,
    commentId: isTextOrNull,
    isUnfinished: (value) => typeof value === 'boolean',
  },
  'soundoff:navigate': { discussionId: isText, commentId: isText, url: isText },
}

export function isEventMessage(data: Readonly<Record<string, unknown>>): data is EventMessage {
  const { kind, name, detail } = data
  if (kind !== 'event' || !isEventName(name) || typeof detail !== 'object' || detail === null) return false
  const found = new Map<string, unknown>(Object.entries(detail))
  return Object.entries<Guard>(DETAILS[name]).every(([each, isFit]) => isFit(found.get(each)))
}

/** Tells what an element tells. Nothing else is done for it here. */
export function listenToEvents(element: EventTarget, tell: (message: EventMessage) => void): void {
  for (const name of Object.keys(DETAILS)) {
    element.addEventListener(name, (event) => {
      event.preventDefault()
      const message = { kind: 'event', name, detail: event instanceof CustomEvent ? event.detail : null }
      if (isEventMessage(message)) tell(message)
    })
  }
}

/** Gives whether nobody has cancelled it. */
export function dispatchMessage<Name extends keyof EmbedEvents>(
  host: EventTarget,
  { name, detail }: EventMessage<Name>,
): boolean {
  return dispatchEmbedEvent(host, name, detail)
}

function isEventName(name: unknown): name is keyof EmbedEvents {
  return typeof name === 'string' && Object.hasOwn(DETAILS, name)
}
