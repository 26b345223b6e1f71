import * as v from 'valibot'
import { serverProblem, type Problem } from '../../api/problem.ts'
import * as schemas from '../../api/schemas.ts'
import { COMMENT_FORMATS } from '../../domain/comment.ts'

const problem = v.union([
  serverProblem,
  v.object({ code: v.picklist(['unreachable', 'timed-out']) }),
  v.object({ code: v.literal('unexpected-answer'), status: v.number() }),
]) satisfies v.GenericSchema<unknown, Problem>

/**
 * `queued`: not tried yet in this life of the page, or not again. `checking`: the backend is asked what became of the key.
 * `stalled`: another try may mend it, and comes by itself at `until`. `refused`: it cannot be posted as it is.
 * `overtaken`: the text that it was sent instead of, `comment`, was posted after all; it was not sent itself.
 * `taken-back`: its writer stopped it. `posted` and `held`: the backend has it.
 */
const step = v.variant('step', [
  v.object({ step: v.picklist(['queued', 'sending', 'checking', 'waiting-for-network', 'taken-back']) }),
  v.object({ step: v.literal('stalled'), problem, until: v.number() }),
  v.object({ step: v.literal('refused'), problem }),
  v.object({ step: v.picklist(['posted', 'held', 'overtaken']), comment: schemas.postedComment }),
])

const entry = v.object({
  key: schemas.idempotencyKey,
  discussionId: schemas.discussionId,
  /** What its composer writes to. */
  target: v.union([v.literal('new'), schemas.commentId]),
  /** Whose comment it answers; `null` for a new thread. */
  answeredName: v.nullable(v.string()),
  parentId: v.nullable(schemas.commentId),
  name: v.string(),
  body: v.string(),
  format: v.picklist(COMMENT_FORMATS),
  /** In milliseconds since 1970, as all times here. */
  queuedAt: v.number(),
  /** Whether a request was made with its key. Where it was refused, another tab's may have been carried out, unseen. */
  isUnsure: v.boolean(),
  /** How many requests, and questions after its key, failed in a row. */
  failures: v.number(),
  /** The keys of the texts that it was sent instead of, whose fate is not known. A device may have kept one, or `null`. */
  instead: v.union([
    v.array(schemas.idempotencyKey),
    v.pipe(
      v.nullable(schemas.idempotencyKey),
      v.transform((key) => (key === null ? [] : [key])),
    ),
  ]),
  /** Whether its text stands in its composer again. */
  isReturned: v.boolean(),
  state: step,
  /** When it was written to the device. */
  at: v.number(),
})

/** A comment that was sent, until the backend has acknowledged it. */
export type Entry = v.InferOutput<typeof entry>
export type EntryState = Entry['state']

/** Begins the name under which the device keeps each. */
export const OUTBOX_PREFIX = 'outbox:'

/** `null` where what was kept is no entry. */
export function parseEntry(text: string | null): Entry | null {
  if (text === null) return null
  try {
    const parsed = v.safeParse(entry, JSON.parse(text))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}

/** Whether nobody but its writer can do anything for it. */
export function isAtRest({ state }: Entry): boolean {
  return ['refused', 'overtaken', 'taken-back', 'posted', 'held'].includes(state.step)
}
