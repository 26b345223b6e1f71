import * as v from 'valibot'
import type { Endpoint } from './contract.ts'
import { missingOrNoObject } from './inputs.ts'
import { comment, commentId, discussionId, editToken, instant, postedComment } from './schemas.ts'

/** Most comments that are asked for at once. */
export const OWN_LIMIT = 100

const place = { discussionId, commentId }

/** Of a comment that is not here any more, and of one whose token is another; of the latter nothing is told. */
const refusals = [
  v.object({ outcome: v.literal('not-found'), ...place }),
  v.object({ outcome: v.literal('forbidden'), ...place }),
] as const

const { hiddenReplies: _, nextReplyCursor: __, ...kept } = comment.entries

/** All that is kept of a comment, also of one that is held, rejected or deleted. */
const ownComment = v.object({ ...kept, heldFor: postedComment.entries.heldFor })

/** What becomes of each comment that was asked for, in the order in which they were. */
const ownExport = v.object({
  exportedAt: instant,
  comments: v.array(
    v.variant('outcome', [
      v.object({ outcome: v.literal('found'), ...place, comment: ownComment }),
      ...refusals,
    ]),
  ),
})

const ownErasures = v.object({
  comments: v.array(
    v.variant('outcome', [v.object({ outcome: v.literal('erased'), ...place }), ...refusals]),
  ),
})

/**
 * The endpoints by which whoever wrote comments has what is kept of them, or has it erased, by their tokens. A server has them, and
 * no page calls them, so that none loads them.
 */
export const ownEndpoints = {
  /** It changes nothing, and is a `POST` for the tokens in it. */
  exportOwn: { method: 'POST', path: '/own/export', status: 200, output: ownExport },
  eraseOwn: { method: 'POST', path: '/own/erasures', status: 200, output: ownErasures },
} as const satisfies Record<string, Endpoint>

const ownComments = v.object(
  {
    comments: v.pipe(
      v.array(v.object({ ...place, editToken }, missingOrNoObject), 'must be a list'),
      v.minLength(1, 'must hold at least one comment'),
      v.maxLength(OWN_LIMIT, `must hold at most ${OWN_LIMIT} comments`),
    ),
  },
  missingOrNoObject,
)

/** What they take, as `inputs` has it of the others. */
export const ownInputs = { exportOwn: ownComments, eraseOwn: ownComments } as const satisfies Record<
  keyof typeof ownEndpoints,
  v.GenericSchema
>

type OwnName = keyof typeof ownEndpoints
type OwnInput = v.InferOutput<typeof ownComments>
type OwnOutput<Name extends OwnName> = v.InferOutput<(typeof ownEndpoints)[Name]['output']>

/** What the service of a server does beside `Api`. */
export type OwnApi = { [Name in OwnName]: (input: OwnInput) => Promise<OwnOutput<Name>> }
