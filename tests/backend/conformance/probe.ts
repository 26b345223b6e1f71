import * as v from 'valibot'
import { expect } from 'vitest'
import type { Carrier } from '../../../src/api/carrier.ts'
import { createClient } from '../../../src/api/client.ts'
import type { Api } from '../../../src/api/contract.ts'
import { serverProblem, type ServerProblem } from '../../../src/api/problem.ts'
import type { Comment } from '../../../src/domain/comment.ts'
import { randomId, type CommentId, type DiscussionId } from '../../../src/domain/ids.ts'
import { conformanceImports } from '../imports.ts'

/** A backend that holds `conformanceImports`. */
export type ConformingBackend = {
  send: (request: Request) => Promise<Response>
  /** The absolute URL of the contract's base path. */
  base: string
  /** Whether discussions that `isOpenable` knows may be opened; nobody may open others. Where it is missing, none may. */
  opens?: boolean
  close?: () => Promise<void> | void
}

/** The ways in which the tests speak to the backend, which is open only once they run. */
export type Probe = {
  base: () => string
  carrier: Carrier
  opens: () => boolean
  api: () => Api
  get: (path: string, init?: RequestInit) => Promise<Response>
  /** A `POST` of JSON, or of a text as it is. */
  send: (path: string, content: unknown, headers?: Record<string, string>) => Promise<Response>
  /** A comment sent to the discussion `writing`, or to another; at the top level unless it says otherwise. */
  post: (content: object, headers?: Record<string, string>, to?: string) => Promise<Response>
}

export const deep = 'deep' as DiscussionId
export const writing = 'writing' as DiscussionId

export function createProbe(backend: () => ConformingBackend): Probe {
  const get: Probe['get'] = (path, init) => backend().send(new Request(backend().base + path, init))
  const send: Probe['send'] = (path, content, headers = {}) =>
    get(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: typeof content === 'string' ? content : JSON.stringify(content),
    })
  return {
    base: () => backend().base,
    carrier: (request) => backend().send(request),
    opens: () => backend().opens ?? false,
    api: () => createClient(backend().send, backend().base),
    get,
    send,
    post: (content, headers, to = 'writing') =>
      send(`/discussions/${to}/comments`, { parentId: null, ...content }, headers),
  }
}

/** Which discussions a backend that opens any opens. */
export function isOpenable({ discussionId }: { discussionId: DiscussionId }): boolean {
  return discussionId.startsWith('opened-')
}

/** What a person writes, under a name that nobody had before. */
export function write(body: string) {
  return { author: { name: newName() }, body }
}

export function imported(id: string) {
  const found = conformanceImports.find(({ discussion: { id: candidate } }) => candidate === id)
  if (!found) throw new Error(`There is no import ${id}`)
  return found
}

/** A name that no run has used before. */
export function newName(): string {
  return `Writer ${randomId<CommentId>().slice(0, 10)}`
}

export function unique(comments: readonly Comment[]): string[] {
  return [...new Set(comments.map(({ id }) => id))]
}

/** The thread ids of an import in each order, found the plain way. */
export function expectedThreads(id: string) {
  const { comments } = imported(id)
  const newest = comments
    .filter(({ parentId }) => parentId === null)
    .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
    .map((thread) => String(thread.id))
  const replies = (thread: string) => comments.filter(({ parentId }) => parentId === thread).length
  return {
    newest,
    oldest: newest.toReversed(),
    replies: newest.toSorted((a, b) => replies(b) - replies(a)),
  }
}

/** That an answer is this problem, in RFC 9457's form and nothing else; gives its words. */
export async function expectProblem(
  response: Response,
  status: number,
  problem: ServerProblem,
): Promise<{ title: string; detail: string }> {
  expect(response.headers.get('Content-Type')).toBe('application/problem+json')
  expect(response.headers.get('Soundoff-Api')).toBe('1')
  expect(response.headers.get('Cache-Control')).toBe('no-store')
  const answer: unknown = await response.json()
  expect(answer).toEqual({
    type: `urn:soundoff:problem:${problem.code}`,
    title: expect.stringMatching(/^[A-Z]/),
    status,
    detail: expect.stringMatching(/^["A-Z].* .*\.$/),
    ...problem,
  })
  expect(response.status).toBe(status)
  expect(v.parse(serverProblem, answer)).toEqual(problem)
  return v.parse(v.object({ title: v.string(), detail: v.string() }), answer)
}
