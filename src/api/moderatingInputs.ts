import * as v from 'valibot'
import { DECISIONS } from '../domain/moderation.ts'
import { missingOrNoObject, text, wholeNumber } from './inputs.ts'
import { entryId, type ModeratingName } from './moderating.ts'
import * as schemas from './schemas.ts'

/** Of whom asks: travels as `editToken` does. One that cannot be a token is as good as any other wrong one. */
const moderator = { moderatorToken: text }

const cursor = v.exactOptional(v.string())

/** Why something is done. */
const reason = v.optional(v.nullable(text), null)

/** What each endpoint of `moderatingEndpoints` takes, as `inputs` has it of the others. */
export const moderatingInputs = {
  readQueue: v.object({ ...moderator, cursor }),
  /** Whoever rejects says why; `revision` is the one that was judged. */
  decideComment: v.object(
    {
      ...moderator,
      discussionId: schemas.discussionId,
      commentId: schemas.commentId,
      revision: wholeNumber,
      decision: v.picklist(DECISIONS, `must be one of ${DECISIONS.join(', ')}`),
      reason,
    },
    missingOrNoObject,
  ),
  closeDiscussion: v.object(
    {
      ...moderator,
      discussionId: schemas.discussionId,
      closed: v.boolean('must be true or false'),
      reason,
    },
    missingOrNoObject,
  ),
  undoEntry: v.object({ ...moderator, entryId }, missingOrNoObject),
  readLog: v.object({ ...moderator, cursor }),
} as const satisfies Record<ModeratingName, v.GenericSchema>
