import * as v from 'valibot'
import type { Comment } from '../../../src/domain/comment.ts'
import { postedComment, type PostedComment } from '../../../src/api/schemas.ts'
import { readEverything } from '../readEverything.ts'
import { write, writing, type Probe } from './probe.ts'

/** Who has posted comments to the discussion `writing`, and changes them with what they were given. */
export type Writer = {
  create(body: string): Promise<PostedComment>
  /** A `PATCH` of the first revision, unless it says otherwise. */
  edit(posted: PostedComment, content: object, revision?: number): Promise<Response>
  remove(posted: PostedComment, revision?: number): Promise<Response>
  /** A comment as everybody reads it. */
  find(comment: { id: string }): Promise<Comment | undefined>
}

export function pathOf({ discussionId, id }: Pick<Comment, 'discussionId' | 'id'>): string {
  return `/discussions/${discussionId}/comments/${id}`
}

export function createWriter({ api, get, post }: Probe): Writer {
  const rightTo = ({ editToken }: PostedComment, revision: number) => ({
    Authorization: `Bearer ${editToken}`,
    'If-Match': `"${revision}"`,
  })
  return {
    create: async (body) => v.parse(postedComment, await (await post(write(body))).json()),
    edit: (posted, content, revision = 1) =>
      get(pathOf(posted), {
        method: 'PATCH',
        headers: { 'Content-Type': 'application/json', ...rightTo(posted, revision) },
        body: JSON.stringify(content),
      }),
    remove: (posted, revision = 1) =>
      get(pathOf(posted), { method: 'DELETE', headers: rightTo(posted, revision) }),
    async find({ id: wanted }) {
      const all = await readEverything(api(), writing, { order: 'newest', limit: 100 })
      return all.find(({ id }) => id === wanted)
    },
  }
}
