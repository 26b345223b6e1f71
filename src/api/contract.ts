import * as v from 'valibot'
import { ORDERS } from '../domain/order.ts'
import * as schemas from './schemas.ts'

export const BASE_PATH = '/api/v1'

/** Every answer of ours carries it, so that a web page with status 200 is never taken for one. */
export const ANSWER_HEADER = 'Soundoff-Api'

/** Largest request body, in bytes. */
export const REQUEST_LIMIT = 64 * 1024

/** Threads of a page where a request names no `limit`, and the most that it may name. */
export const PAGE_SIZE = 20
export const PAGE_SIZE_LIMIT = 100

/** In a query it is digits. */
const wholeNumber = v.pipe(
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

const version = v.pipe(wholeNumber, v.minValue(0, 'must be at least 0'))

const text = v.string('must be a text')

/** What an object says of itself, and of a member that it lacks. */
const missingOrNoObject = ({ received }: v.BaseIssue<unknown>) =>
  received === 'undefined' ? 'is missing' : 'must be an object'

type Endpoint = {
  method: 'GET' | 'POST'
  path: `/${string}`
  status: 200 | 201
  input: v.GenericSchema
  output: v.GenericSchema
  /** Whether the answer is a stream of server-sent events, each of which holds one `output`. */
  isStream?: true
}

/**
 * The HTTP contract as data: handler, client and service are held to it by their types. Of an input, the keys that
 * `path` names travel in the path, `idempotencyKey` in the header of that name, the others in the query of a `GET` and in
 * the JSON body of a `POST`. Of a stream, `since` may also travel as `Last-Event-ID`, which then counts.
 */
export const endpoints = {
  checkHealth: {
    method: 'GET',
    path: '/health',
    status: 200,
    input: v.object({}),
    output: v.object({ status: v.literal('ok') }),
  },
  readArticle: {
    method: 'GET',
    path: '/articles/:articleId',
    status: 200,
    input: v.object({ articleId: schemas.articleId }),
    output: schemas.article,
  },
  readDiscussion: {
    method: 'GET',
    path: '/discussions/:discussionId',
    status: 200,
    input: v.object({ discussionId: schemas.discussionId }),
    output: schemas.discussion,
  },
  listComments: {
    method: 'GET',
    path: '/discussions/:discussionId/comments',
    status: 200,
    input: v.object({
      discussionId: schemas.discussionId,
      order: v.exactOptional(v.picklist(ORDERS, `must be one of ${ORDERS.join(', ')}`)),
      limit: v.exactOptional(limit),
      cursor: v.exactOptional(v.string()),
    }),
    output: schemas.commentPage,
  },
  listReplies: {
    method: 'GET',
    path: '/discussions/:discussionId/comments/:commentId/replies',
    status: 200,
    input: v.object({
      discussionId: schemas.discussionId,
      commentId: schemas.commentId,
      cursor: v.exactOptional(v.string()),
    }),
    output: schemas.replyPage,
  },
  listChanges: {
    method: 'GET',
    path: '/discussions/:discussionId/changes',
    status: 200,
    input: v.object({ discussionId: schemas.discussionId, since: version }),
    output: schemas.changePage,
  },
  followChanges: {
    method: 'GET',
    path: '/discussions/:discussionId/events',
    status: 200,
    input: v.object({ discussionId: schemas.discussionId, since: version }),
    output: schemas.changePage,
    isStream: true,
  },
  postComment: {
    method: 'POST',
    path: '/discussions/:discussionId/comments',
    status: 201,
    input: v.object(
      {
        discussionId: schemas.discussionId,
        idempotencyKey: v.exactOptional(schemas.idempotencyKey),
        parentId: v.optional(v.nullable(schemas.commentId), null),
        author: v.object({ name: text }, missingOrNoObject),
        body: text,
      },
      missingOrNoObject,
    ),
    output: schemas.comment,
  },
} as const satisfies Record<string, Endpoint>

export type EndpointName = keyof typeof endpoints
export type Input<Name extends EndpointName> = v.InferOutput<(typeof endpoints)[Name]['input']>
export type Output<Name extends EndpointName> = v.InferOutput<(typeof endpoints)[Name]['output']>

/** The endpoints that answer with a stream, and those that answer once. */
export type StreamName = 'followChanges'
export type CallName = Exclude<EndpointName, StreamName>

export type Call<Name extends CallName> = (
  input: Input<Name>,
  options?: { signal?: AbortSignal },
) => Promise<Output<Name>>

/** Gives its outputs as they come, the first one at once, until `signal` is aborted, which ends it, or until it is cut off, which rejects. */
export type Stream<Name extends StreamName> = (
  input: Input<Name>,
  options: { signal: AbortSignal },
) => AsyncIterable<Output<Name>>

/** What the service does over a store and the client does over HTTP. Each call rejects with a `ProblemError` and nothing else. */
export type Api = { [Name in CallName]: Call<Name> } & { [Name in StreamName]: Stream<Name> }

/** The names that a path holds: `/discussions/:discussionId` → `['discussionId']`. */
export function pathNames(path: string): string[] {
  return Array.from(path.matchAll(/:(\w+)/g), ([, name]) => name ?? '')
}
