import { expect, vi } from 'vitest'
import type { Api } from '../../src/api/contract.ts'
import type { PostedComment } from '../../src/api/schemas.ts'
import { randomId, type DiscussionId, type IdempotencyKey } from '../../src/domain/ids.ts'
import { readEverything } from '../backend/readEverything.ts'
import { postSurely } from './surely.ts'

/** Every so manieth comment begins a thread; the others answer one that was acknowledged before. */
const THREAD_EVERY = 3
/** No deeper than discussions go. */
const DEEPEST_ANSWERED = 4

export type Writers = {
  /** What was acknowledged so far, in the order in which it was. */
  acknowledged: PostedComment[]
  /** What tries failed with. */
  failures: unknown[]
  /** Waits until so many are acknowledged. */
  reached(count: number): Promise<void>
  /** Once all is acknowledged; rejects where something is refused. */
  done: Promise<void>
  /** Has each of them end once what it is at is acknowledged. */
  end(): void
}

/** Has several write at once, each one comment after the other, `count` in all, into a discussion that is open. */
export function startWriters(
  api: Api,
  discussionId: DiscussionId,
  { writers, count }: { writers: number; count: number },
): Writers {
  const acknowledged: PostedComment[] = []
  const failures: unknown[] = []
  let begun = 0
  let most = count

  async function write(name: string): Promise<void> {
    while (begun < most) {
      begun += 1
      const number = begun
      const parent = number % THREAD_EVERY === 0 ? null : answered(number)
      const posted = await postSurely(
        api,
        {
          discussionId,
          idempotencyKey: randomId<IdempotencyKey>(),
          parentId: parent?.id ?? null,
          author: { name },
          body: `Number ${number}`,
        },
        (error) => failures.push(error),
      )
      acknowledged.push(posted)
    }
  }

  /** Any that may be answered, another one each time. */
  function answered(number: number): PostedComment | null {
    const open = acknowledged.filter(({ depth }) => depth <= DEEPEST_ANSWERED)
    return open[(number * 7) % open.length] ?? null
  }

  const all = Promise.all(Array.from({ length: writers }, (_, index) => write(`Writer ${index}`)))
  return {
    acknowledged,
    failures,
    reached: (wanted) =>
      vi.waitFor(() => expect(acknowledged.length).toBeGreaterThanOrEqual(wanted), {
        interval: 5,
        timeout: 60_000,
      }),
    done: all.then(() => undefined),
    end: () => {
      most = begun
    },
  }
}

/** Demands that a discussion holds what was acknowledged, each once and nothing else, and that all its counts are right. */
export async function expectEachOnce(
  api: Api,
  discussionId: DiscussionId,
  acknowledged: readonly PostedComment[],
): Promise<void> {
  const comments = await readEverything(api, discussionId, { order: 'oldest', limit: 100 })
  const told = ({ id, parentId, body, author }: Pick<PostedComment, 'id' | 'parentId' | 'body' | 'author'>) =>
    [id, parentId, author.name, body].join(' ')
  expect(comments.map(told).toSorted()).toEqual(acknowledged.map(told).toSorted())

  const below = new Map<string, number>()
  const parents = new Map(comments.map(({ id, parentId }) => [id, parentId]))
  for (const { parentId } of comments) {
    for (let above = parentId; above !== null; above = parents.get(above) ?? null) {
      below.set(above, (below.get(above) ?? 0) + 1)
    }
  }
  expect(comments.map(({ id, replyCount }) => [id, replyCount])).toEqual(
    comments.map(({ id }) => [id, below.get(id) ?? 0]),
  )
  const threads = comments.filter(({ parentId }) => parentId === null)
  expect(await api.readDiscussion({ discussionId })).toMatchObject({
    count: acknowledged.length,
    threadCount: threads.length,
  })
  expect(await api.readCounts({ discussionIds: [discussionId] })).toEqual({
    [discussionId]: acknowledged.length,
  })
}
