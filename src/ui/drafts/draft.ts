import { COMMENT_FORMATS, type CommentFormat } from '../../domain/comment.ts'
import { isId, type CommentId, type DiscussionId, type IdempotencyKey } from '../../domain/ids.ts'
import type { Returned } from './returned.ts'

/** What a composer writes to: the discussion itself, or the comment that is answered or edited. */
export type Target = 'new' | CommentId

/** What a draft becomes. */
export type Mode = 'new' | 'reply' | 'edit'

/** What stands in a composer: one for each discussion, target and mode. */
export type Draft = {
  body: string
  format: CommentFormat
  /** Where the selection begins and ends, in UTF-16 units; `null` where nobody has been in the text. */
  caret: readonly [number, number] | null
  returned: Returned | null
  /** Texts that another tab wrote at the same time as the one that stands here. */
  others: readonly string[]
  /** The text that was discarded, and until when it can be had back, in milliseconds since 1970. */
  discarded: { body: string; returned: Returned | null; until: number } | null
  /** Whose comment it is about; `null` for a new one. */
  about: About | null
  stamp: Stamp
}

/**
 * The comment that a draft answers or edits, as it was when the draft was begun: enough of it to go on while it is not here.
 * `parentId` is where the text will stand, `beginning` and `format` how it begins.
 */
export type About = {
  name: string
  parentId: CommentId | null
  beginning: string
  format: CommentFormat
  revision: number
}

/** When, in milliseconds since 1970, and in which tab a draft was written, and the id of the draft of another tab that it went on from. */
export type Stamp = { at: number; tab: string; id: string; from: string | null }

/** Begins the name of every draft. */
export const DRAFT_PREFIX = 'draft:'

/** The name under which the device keeps it. */
export function draftName(discussionId: DiscussionId, target: Target, mode: Mode): string {
  return `${DRAFT_PREFIX}${discussionId}:${target}:${mode}`
}

/** What a name says; `null` where it is none of a draft. */
export function partsOfName(name: string): { discussionId: DiscussionId; target: Target; mode: Mode } | null {
  const [, discussionId, target, mode] = /^draft:([^:]+):([^:]+):(new|reply|edit)$/.exec(name) ?? []
  if (!isId<DiscussionId>(discussionId) || !isId<CommentId>(target)) return null
  return { discussionId, target, mode: mode as Mode }
}

export function emptyDraft(about: About | null): Draft {
  const body = about?.beginning ?? ''
  const stamp = { at: 0, tab: '', id: '', from: null }
  return {
    body,
    format: about?.format ?? 'plain',
    caret: null,
    returned: null,
    others: [],
    discarded: null,
    about,
    stamp,
  }
}

/** The changes that leave nothing of a draft but how it begins. */
export function cleared({ about }: Pick<Draft, 'about'>): Pick<Draft, 'body' | 'caret' | 'returned'> {
  return { body: about?.beginning ?? '', caret: null, returned: null }
}

/** Whether nothing was written beyond how the text begins. */
export function isBare({ body, about }: Pick<Draft, 'body' | 'about'>): boolean {
  const text = body.trim()
  return text === '' || text === about?.beginning.trim()
}

/** What was kept, whoever wrote it: what is missing or wrong is as in an empty one. `null` where it has no text. */
export function parseDraft(text: string | null): Draft | null {
  const value = parseRecord(text)
  if (value === null || typeof value['body'] !== 'string') return null
  const { body, format, caret, returned, others, discarded, stamp } = value
  return {
    body,
    format: parseFormat(format),
    caret: isNumbers(caret) ? caret : null,
    returned: parseReturned(returned),
    others: Array.isArray(others) ? others.filter((each) => typeof each === 'string') : [],
    discarded: parseDiscarded(discarded),
    about: parseAbout(value['about']),
    stamp: parseStamp(stamp),
  }
}

function parseDiscarded(value: unknown): Draft['discarded'] {
  if (!isRecord(value)) return null
  const { body, until, returned } = value
  if (typeof body !== 'string' || typeof until !== 'number') return null
  return { body, until, returned: parseReturned(returned) }
}

/** What was kept before several texts could stand together is a key. */
function parseReturned(value: unknown): Returned | null {
  const { key, instead } = isRecord(value) ? value : { key: value, instead: [] }
  if (!isId<IdempotencyKey>(key)) return null
  return { key, instead: Array.isArray(instead) ? instead.filter((each) => isId<IdempotencyKey>(each)) : [] }
}

function parseAbout(value: unknown): About | null {
  if (!isRecord(value)) return null
  const { name, parentId, beginning, format, revision } = value
  if (typeof name !== 'string' || typeof beginning !== 'string') return null
  return {
    name,
    parentId: isId<CommentId>(parentId) ? parentId : null,
    beginning,
    format: parseFormat(format),
    revision: typeof revision === 'number' ? revision : 1,
  }
}

function parseFormat(value: unknown): CommentFormat {
  return COMMENT_FORMATS.find((each) => each === value) ?? 'plain'
}

function parseStamp(value: unknown): Stamp {
  const { at, tab, id, from } = isRecord(value) ? value : {}
  return {
    at: typeof at === 'number' ? at : 0,
    tab: typeof tab === 'string' ? tab : '',
    id: typeof id === 'string' ? id : '',
    from: typeof from === 'string' ? from : null,
  }
}

function isNumbers(value: unknown): value is [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every((each) => Number.isInteger(each))
}

function parseRecord(text: string | null): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text ?? 'null')
    return isRecord(value) ? value : null
  } catch {
    return null
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
