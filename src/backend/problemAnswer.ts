import type { ServerProblem } from '../api/problem.ts'
import { answerWith } from './answerWith.ts'

type Explanation = { status: number; title: string; detail: string }

/** A problem as RFC 9457 has it, its own members beside `type`, `title`, `status` and `detail`. `status` overrules the usual one. */
export function problemAnswer(
  problem: ServerProblem,
  { status, headers }: { status?: number; headers?: Record<string, string> } = {},
): Response {
  const explained = explain(problem)
  const told = { ...explained, status: status ?? explained.status }
  return answerWith(
    told.status,
    { type: `urn:soundoff:problem:${problem.code}`, ...told, ...problem },
    {
      'Content-Type': 'application/problem+json',
      ...(problem.code === 'rate-limited' && { 'Retry-After': String(Math.ceil(problem.retryAfter)) }),
      ...headers,
    },
  )
}

function explain(problem: ServerProblem): Explanation {
  switch (problem.code) {
    case 'not-found':
      return {
        status: 404,
        title: 'Not found',
        detail: `There is no such ${problem.resource} here. Check the address, or go back to where it was linked.`,
      }
    case 'invalid':
      return {
        status: 400,
        title: 'Invalid request',
        detail: `${problem.field === null ? 'The request' : `"${problem.field}"`} ${problem.reason}. Correct it and send it again.`,
      }
    case 'too-long':
      return {
        status: 422,
        title: 'Too long',
        detail: `"${problem.field}" has ${problem.length} characters, and ${problem.limit} are allowed. Shorten it and send it again.`,
      }
    case 'discussion-closed':
      return {
        status: 403,
        title: 'Discussion closed',
        detail: 'This discussion takes no more comments. It can still be read.',
      }
    case 'parent-gone':
      return {
        status: 409,
        title: 'Comment gone',
        detail:
          'The comment that this answers is no longer here. Post it as a comment of its own, or answer another one.',
      }
    case 'depth-exceeded':
      return {
        status: 422,
        title: 'Too deep',
        detail: `Replies go ${problem.maxDepth} levels deep here. Answer the comment one level up.`,
      }
    case 'duplicate':
      return {
        status: 409,
        title: 'Posted already',
        detail: 'The same text was posted here under this name a moment ago. It need not be sent again.',
      }
    case 'idempotency-key-reused':
      return {
        status: 422,
        title: 'Idempotency key reused',
        detail: 'This idempotency key was used for another request. Send this one with a key of its own.',
      }
    case 'changed':
      return {
        status: 412,
        title: 'Changed meanwhile',
        detail:
          'The comment was changed since that revision of it. Look at it as it is now, and send what is left to change.',
      }
    case 'edit-window-over':
      return {
        status: 403,
        title: 'Too late to change',
        detail: 'A comment can be changed only for a short time after it came. It stands as it is.',
      }
    case 'forbidden':
      return {
        status: 403,
        title: 'Forbidden',
        detail: whoMay(problem.resource),
      }
    case 'rate-limited':
      return {
        status: 429,
        title: 'Too many requests',
        detail: `Wait ${Math.ceil(problem.retryAfter)} seconds and send it again.`,
      }
    case 'too-large':
      return {
        status: 413,
        title: 'Too large',
        detail: `The request is larger than ${problem.limit} bytes. Shorten it and send it again.`,
      }
    case 'unavailable':
      return {
        status: 503,
        title: 'Unavailable',
        detail: 'The discussion cannot be reached at the moment. Nothing is lost; try again shortly.',
      }
  }
}

function whoMay(resource: Extract<ServerProblem, { code: 'forbidden' }>['resource']): string {
  switch (resource) {
    case 'comment':
      return 'Only its writer may change a comment, with the edit token that was given when it was posted.'
    case 'discussion':
      return 'There is no such discussion here, and it may not be opened by this request. Whoever runs the backend can open it, or allow that.'
    case 'moderation':
      return 'Only moderators may do this, with the token that whoever runs the backend has given them.'
  }
}
