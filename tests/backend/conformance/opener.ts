import { randomId, type CommentId, type DiscussionId } from '../../../src/domain/ids.ts'
import type { Probe } from './probe.ts'

export const url = 'https://blog.example/my-post'
export const page = { url, title: 'My post' }

/** Of a discussion that no run has opened before, and that `isOpenable` knows. */
export function newId(): DiscussionId {
  return `opened-${randomId<CommentId>()}` as DiscussionId
}

/** Opens discussions by a `PUT` of JSON, or of a text as it is. */
export function createOpener(get: Probe['get']): (id: string, content: unknown) => Promise<Response> {
  return (id, content) =>
    get(`/discussions/${id}`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: typeof content === 'string' ? content : JSON.stringify(content),
    })
}
