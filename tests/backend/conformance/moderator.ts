import * as v from 'valibot'
import { createModeratingClient } from '../../../src/api/moderatingClient.ts'
import type { Moderating, WaitingComment } from '../../../src/api/moderating.ts'
import { postedComment, type PostedComment } from '../../../src/api/schemas.ts'
import type { Comment } from '../../../src/domain/comment.ts'
import type { Decision, LogEntry } from '../../../src/domain/moderation.ts'
import { randomId } from '../../../src/domain/ids.ts'
import { mo } from './moderators.ts'
import { write, type Probe } from './probe.ts'
import { pathOf } from './writer.ts'

/** What is held. */
export const LINKS = 'https://a.example https://b.example http://c.example www.d.example'

/** Who posts what a moderator has to look at, and who looks at it. */
export function createModerator({ carrier, base, send, post }: Probe) {
  const client = () => createModeratingClient(carrier, base())
  return {
    client,
    /** A comment that is held, or stands, with the key that it was posted with. */
    async create(body: string, to?: string): Promise<PostedComment & { key: string }> {
      const key = randomId()
      const response = await post(write(body), { 'Idempotency-Key': key }, to)
      return { ...v.parse(postedComment, await response.json()), key }
    },
    answer: (parent: PostedComment, body: string) =>
      post({ ...write(body), parentId: parent.id }, {}, parent.discussionId),
    report: (comment: PostedComment, words = '') =>
      send(`${pathOf(comment)}/reports`, { reason: 'abuse', words }, { 'Idempotency-Key': randomId() }),
    decide: (
      { discussionId, id: commentId, revision }: Comment,
      decision: Decision,
      reason: string | null = decision === 'reject' ? 'It is no good.' : null,
      { token: moderatorToken } = mo,
    ) => client().decideComment({ moderatorToken, discussionId, commentId, revision, decision, reason }),
    undo: ({ id: entryId }: LogEntry, { token: moderatorToken } = mo) =>
      client().undoEntry({ moderatorToken, entryId }),
    /** What waits of a comment. */
    async find({ id }: { id: string }): Promise<WaitingComment | undefined> {
      const all = await readAll(client())
      return all.find(({ comment }) => comment.id === id)
    },
  }
}

/** The whole queue, of which no part is told twice. */
export async function readAll(client: Moderating): Promise<WaitingComment[]> {
  const all: WaitingComment[] = []
  let next: string | null | undefined
  while (next !== null) {
    const page = await client.readQueue({
      moderatorToken: mo.token,
      ...(next !== undefined && { cursor: next }),
    })
    all.push(...page.items)
    next = page.nextCursor
  }
  return all
}
