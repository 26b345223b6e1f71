import * as v from 'valibot'
import { COMMENT_FORMATS } from '../domain/comment.ts'
import { ORDERS } from '../domain/order.ts'
import { REPORT_REASONS } from '../domain/report.ts'
import { COUNTS_LIMIT, PAGE_SIZE_LIMIT, type EndpointName } from './contract.ts'
import * as schemas from './schemas.ts'

/** In a query it is digits. */
export const wholeNumber = v.pipe(
  v.union(
    [v.number(), v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number))],
    'must be a whole number',
  ),
  v.integer('must be a whole number'),
)

const limit = v.pipe(
  wholeNumber,
  v.minValue(1, 'must be at least 1'),
  v.maxValue(PAGE_SIZE_LIMIT, `must be at most ${PAGE_SIZE_LIMIT}`),
)

const natural = v.pipe(wholeNumber, v.minValue(0, 'must be at least 0'))

const order = v.picklist(ORDERS, `must be one of ${ORDERS.join(', ')}`)

/** Any ISO 8601 time; taken in as an instant is written here. */
const instant = v.pipe(
  v.string('must be a text'),
  v.isoTimestamp('must be a time such as "2013-04-11T23:36:00.000Z"'),
  // Some that the pattern takes are no times, such as those of an hour 24.
  v.check((time) => !Number.isNaN(Date.parse(time)), 'must be a time such as "2013-04-11T23:36:00.000Z"'),
  v.transform((time) => new Date(time).toISOString()),
)

const format = v.picklist(COMMENT_FORMATS, `must be one of ${COMMENT_FORMATS.join(', ')}`)

export const text = v.string('must be a text')

/** What an object says of itself, and of a member that it lacks. */
export const missingOrNoObject = ({ received }: v.BaseIssue<unknown>) =>
  received === 'undefined' ? 'is missing' : 'must be an object'

/** A comment that is to be changed by its writer, who knows its token and has seen that revision of it. */
const writersComment = {
  discussionId: schemas.discussionId,
  commentId: schemas.commentId,
  editToken: schemas.editToken,
  revision: wholeNumber,
}

/**
 * What each endpoint of the contract takes. Who answers checks it and nobody else, so that it stands apart, and no page has to
 * load it.
 */
export const inputs = {
  checkHealth: v.object({}),
  readArticle: v.object({ articleId: schemas.articleId }),
  readDiscussion: v.object({ discussionId: schemas.discussionId }),
  openDiscussion: v.object(
    { discussionId: schemas.discussionId, url: v.nullable(text), title: v.nullable(text) },
    missingOrNoObject,
  ),
  readCounts: v.object(
    {
      discussionIds: v.pipe(
        v.array(schemas.discussionId, 'must be a list'),
        v.minLength(1, 'must hold at least one id'),
        v.maxLength(COUNTS_LIMIT, `must hold at most ${COUNTS_LIMIT} ids`),
      ),
    },
    missingOrNoObject,
  ),
  listComments: v.object({
    discussionId: schemas.discussionId,
    order: v.exactOptional(order),
    limit: v.exactOptional(limit),
    cursor: v.exactOptional(v.string()),
  }),
  listReplies: v.object({
    discussionId: schemas.discussionId,
    commentId: schemas.commentId,
    cursor: v.exactOptional(v.string()),
  }),
  /** At least one of `q`, `author`, `from` and `until`; `from` is the first instant, `until` the first one that is not meant. */
  searchComments: v.object({
    discussionId: schemas.discussionId,
    q: v.exactOptional(v.string()),
    author: v.exactOptional(v.string()),
    from: v.exactOptional(instant),
    until: v.exactOptional(instant),
    cursor: v.exactOptional(v.string()),
  }),
  readContext: v.object({
    discussionId: schemas.discussionId,
    commentId: schemas.commentId,
    order: v.exactOptional(order),
  }),
  readOverview: v.object({ discussionId: schemas.discussionId }),
  listChanges: v.object({ discussionId: schemas.discussionId, since: natural }),
  followChanges: v.object({ discussionId: schemas.discussionId, since: natural }),
  postComment: v.object(
    {
      discussionId: schemas.discussionId,
      idempotencyKey: v.exactOptional(schemas.idempotencyKey),
      parentId: v.optional(v.nullable(schemas.commentId), null),
      author: v.object({ name: text }, missingOrNoObject),
      body: text,
      format: v.exactOptional(format),
      /** What stands in a field that people do not see. */
      emptyField: v.exactOptional(text),
      /** Milliseconds from when its writer saw where it is written, and could begin, until it was sent. */
      writingTime: v.exactOptional(natural),
    },
    missingOrNoObject,
  ),
  readPost: v.object({ key: schemas.idempotencyKey }),
  editComment: v.object(
    { ...writersComment, body: text, format: v.exactOptional(format) },
    missingOrNoObject,
  ),
  deleteComment: v.object(writersComment),
  reportComment: v.object(
    {
      discussionId: schemas.discussionId,
      commentId: schemas.commentId,
      idempotencyKey: schemas.idempotencyKey,
      reason: v.picklist(REPORT_REASONS, `must be one of ${REPORT_REASONS.join(', ')}`),
      words: text,
    },
    missingOrNoObject,
  ),
} as const satisfies Record<EndpointName, v.GenericSchema>
