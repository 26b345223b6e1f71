import * as v from 'valibot'
import { counts } from './counts.ts'
import type { findingEndpoints } from './finding.ts'
import type { inputs } from './inputs.ts'
import * as schemas from './schemas.ts'

/** Every answer of ours carries it, so that a web page with status 200 is never taken for one. */
export const ANSWER_HEADER = 'Soundoff-Api'

/** Largest request body, in bytes. */
export const REQUEST_LIMIT = 64 * 1024

/** Threads of a page where a request names no `limit`, and the most that it may name. */
export const PAGE_SIZE = 20
export const PAGE_SIZE_LIMIT = 100

/** Most discussions whose counts are asked for at once. */
export const COUNTS_LIMIT = 100

/** Most code points of a query and of a name that are searched for, after trimming. */
export const QUERY_LIMIT = 200

export type Endpoint = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  path: `/${string}`
  /** Of 201 the answer is 202 where what was posted is held; of 200 it is 201 where what was opened is new. */
  status: 200 | 201
  output: v.GenericSchema
  /** Whether the answer is a stream of server-sent events, each of which holds one `output`. */
  isStream?: true
}

/** The headers that inputs of these names travel in: the token as a `Bearer` one, the revision as a quoted entity tag. */
export const inputHeaders = {
  idempotencyKey: 'Idempotency-Key',
  editToken: 'Authorization',
  revision: 'If-Match',
} as const

/** Whether an input travels in a JSON body, and not in the query. */
export function hasBody(method: Endpoint['method']): boolean {
  return method === 'POST' || method === 'PUT' || method === 'PATCH'
}

/**
 * The HTTP contract as data, together with `inputs`: handler, client and service are held to it by their types. Of an input,
 * the keys that `path` names travel in the path, those of `inputHeaders` in headers, the others in the JSON body of a `POST`,
 * `PUT` or `PATCH`, and in the query otherwise. Of a stream, `since` may also travel as `Last-Event-ID`, which then counts. An answer
 * that is one comment has its revision as its `ETag`. Table and types stand in one file, as the types are read off the table.
 * `findingEndpoints` are part of it, and apart, so that a page loads them with the first call of one.
 */
export const endpoints = {
  checkHealth: {
    method: 'GET',
    path: '/health',
    status: 200,
    output: v.object({ status: v.literal('ok') }),
  },
  readArticle: {
    method: 'GET',
    path: '/articles/:articleId',
    status: 200,
    output: schemas.article,
  },
  readDiscussion: {
    method: 'GET',
    path: '/discussions/:discussionId',
    status: 200,
    output: schemas.discussion,
  },
  /** An empty discussion where there is none of that id, and nothing otherwise, so that it may be sent again, and by many at once. */
  openDiscussion: {
    method: 'PUT',
    path: '/discussions/:discussionId',
    status: 200,
    output: schemas.openedDiscussion,
  },
  /** Discussions that are not here are left out. It changes nothing, and is a `POST` for the length of the list. */
  readCounts: {
    method: 'POST',
    path: '/counts',
    status: 200,
    output: counts,
  },
  listComments: {
    method: 'GET',
    path: '/discussions/:discussionId/comments',
    status: 200,
    output: schemas.commentPage,
  },
  listReplies: {
    method: 'GET',
    path: '/discussions/:discussionId/comments/:commentId/replies',
    status: 200,
    output: schemas.replyPage,
  },
  listChanges: {
    method: 'GET',
    path: '/discussions/:discussionId/changes',
    status: 200,
    output: schemas.changePage,
  },
  followChanges: {
    method: 'GET',
    path: '/discussions/:discussionId/events',
    status: 200,
    output: schemas.changePage,
    isStream: true,
  },
  postComment: {
    method: 'POST',
    path: '/discussions/:discussionId/comments',
    status: 201,
    output: schemas.postedComment,
  },
  readPost: {
    method: 'GET',
    path: '/idempotency/:key',
    status: 200,
    output: schemas.postedComment,
  },
  editComment: {
    method: 'PATCH',
    path: '/discussions/:discussionId/comments/:commentId',
    status: 200,
    output: schemas.comment,
  },
  deleteComment: {
    method: 'DELETE',
    path: '/discussions/:discussionId/comments/:commentId',
    status: 200,
    output: schemas.comment,
  },
  reportComment: {
    method: 'POST',
    path: '/discussions/:discussionId/comments/:commentId/reports',
    status: 201,
    output: schemas.receipt,
  },
} as const satisfies Record<string, Endpoint>

export type EndpointName = keyof Table
type Table = typeof endpoints & typeof findingEndpoints

/** What finds a comment: the endpoints that a page loads on demand. */
export type FindingName = keyof typeof findingEndpoints

export type Input<Name extends EndpointName> = v.InferOutput<(typeof inputs)[Name]>
export type Output<Name extends EndpointName> = v.InferOutput<Table[Name]['output']>

/** What the schema of an input takes. */
export type InputSchema = v.GenericSchema & { readonly entries: object }
export type Taken<Schema extends InputSchema> = v.InferOutput<Schema>

/** The endpoints that answer with a stream, and those that answer once. */
export type StreamName = 'followChanges'
export type CallName = Exclude<EndpointName, StreamName>

/** `keepalive` lets a request outlive its page (Fetch, "keepalive"); nobody hears its answer then. */
export type CallOptions = { signal?: AbortSignal; keepalive?: boolean }

export type Call<Name extends CallName> = (input: Input<Name>, options?: CallOptions) => Promise<Output<Name>>

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
