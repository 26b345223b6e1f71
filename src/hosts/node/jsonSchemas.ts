import {
  toJsonSchema,
  toJsonSchemaDefs,
  type ConversionConfig,
  type JsonSchema as Converted,
} from '@valibot/to-json-schema'
import type { GenericSchema } from 'valibot'
import { counts } from '../../api/counts.ts'
import { entryId, logEntry, logPage, queuePage, waitingComment } from '../../api/moderating.ts'
import { serverProblem } from '../../api/problem.ts'
import * as schemas from '../../api/schemas.ts'

/** With what the text of a string is, of which the converter knows nothing. */
export type JsonSchema = Converted & { contentSchema?: JsonSchema }

const ID = '^[A-Za-z0-9_-]{1,128}$'

/** What stands in the description once, under these names, and is referred to. */
const definitions: Record<string, GenericSchema> = {
  Article: schemas.article,
  ArticleId: schemas.articleId,
  ChangePage: schemas.changePage,
  Comment: schemas.comment,
  CommentId: schemas.commentId,
  CommentPage: schemas.commentPage,
  Discussion: schemas.discussion,
  DiscussionId: schemas.discussionId,
  EntryId: entryId,
  IdempotencyKey: schemas.idempotencyKey,
  LogEntry: logEntry,
  LogPage: logPage,
  OpenedDiscussion: schemas.openedDiscussion,
  PostedComment: schemas.postedComment,
  Problem: serverProblem,
  QueuePage: queuePage,
  Receipt: schemas.receipt,
  ReplyPage: schemas.replyPage,
  WaitingComment: waitingComment,
}

/** Ids are checked by a function, which says nothing of itself. */
const ids: ReadonlySet<GenericSchema> = new Set<GenericSchema>([
  schemas.articleId,
  schemas.commentId,
  schemas.discussionId,
  schemas.idempotencyKey,
  entryId,
])

const config = {
  target: 'draft-2020-12',
  typeMode: 'input',
  errorMode: 'throw',
  // What is of no account to who writes JSON.
  ignoreActions: ['check', 'readonly'],
  overrideRef: ({ referenceId }) => `#/components/schemas/${referenceId}`,
  overrideSchema({ valibotSchema }) {
    if (ids.has(valibotSchema)) return { type: 'string', pattern: ID }
    if (valibotSchema === counts || valibotSchema === counts.pipe[0]) return COUNTS
    // A number, or in a query its digits, as all of a query is text.
    return valibotSchema.type === 'union' ? { type: 'integer' } : undefined
  },
} satisfies ConversionConfig

const COUNTS: JsonSchema = {
  type: 'object',
  propertyNames: { pattern: ID },
  additionalProperties: { type: 'integer', minimum: 0 },
}

/** A schema of the contract as JSON Schema, which refers to what `sharedSchemas` defines. */
export function jsonSchemaOf(schema: GenericSchema): JsonSchema {
  const { $schema: _, $defs: __, ...converted } = toJsonSchema(schema, { ...config, definitions })
  return converted
}

/** Problems as they travel: the members of RFC 9457 beside those of the problem itself. */
export function sharedSchemas(): Record<string, JsonSchema> {
  const { Problem, ...others } = toJsonSchemaDefs(definitions, config)
  const members: JsonSchema = {
    type: 'object',
    properties: {
      type: { type: 'string' },
      title: { type: 'string' },
      status: { type: 'integer' },
      detail: { type: 'string' },
    },
    required: ['type', 'title', 'status', 'detail'],
  }
  return { ...others, Problem: { allOf: [members, Problem ?? {}] } }
}
