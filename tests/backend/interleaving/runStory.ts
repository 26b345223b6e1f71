import { problemOf } from '../../../src/api/problem.ts'
import { createLocalSignal } from '../../../src/backend/changeSignal.ts'
import { publishedAt } from '../../../src/backend/editWindow.ts'
import { createService } from '../../../src/backend/service.ts'
import type { Store } from '../../../src/backend/store.ts'
import type { Comment } from '../../../src/domain/comment.ts'
import type { CommentId, DiscussionId } from '../../../src/domain/ids.ts'
import type { Order } from '../../../src/domain/order.ts'
import { at } from '../imports.ts'
import { readEverything } from '../readEverything.ts'
import { revised } from '../store/support.ts'
import { tokens } from '../tokens.ts'
import { createReader, type Served } from './reader.ts'
import { HEAVY, LINKS, type Read, type Write } from './story.ts'

export type Run = {
  /** Everything that was answered, to whoever asked. */
  answers: unknown[]
  /** All comments as they were when the reader began, and as they are when it is done. */
  there: Comment[]
  fresh: Comment[]
  served: readonly Served[]
  known: ReadonlyMap<CommentId, Comment>
}

type Plan = { order: Order; limit: number; before: Write[]; meanwhile: (Write | Read)[] }

const discussionId = 'a' as DiscussionId

/** Lets a story happen in a store, where comments may come with any time, and ids are counted. */
export async function runStory(store: Store, { order, limit, before, meanwhile }: Plan): Promise<Run> {
  let now = at(0)
  let made = 0
  const api = createService({
    store,
    clock: () => new Date(now),
    ids: () => `new-${(made += 1)}` as CommentId,
    signal: createLocalSignal(),
    tokens,
  })
  const ids = (await readEverything(api, discussionId, { order, limit: 100 })).map(({ id }) => id).toSorted()
  const held: CommentId[] = []
  const answers: unknown[] = []

  async function post(parentId: CommentId | null, body: string): Promise<void> {
    const input = { discussionId, parentId, author: { name: 'Ann' }, body: `${body} ${made}` }
    const answer: unknown = await api.postComment(input).catch(problemOf)
    answers.push(answer)
    if (typeof answer !== 'object' || answer === null || !('id' in answer)) return
    const isHeld = 'status' in answer && answer.status === 'held'
    ;(isHeld ? held : ids).push(answer.id as CommentId)
  }
  /** By its writer where it was posted, whose time is that of the comment; what was imported is changed past the service. */
  async function change(step: 'edit' | 'delete' | 'take down', commentId: CommentId): Promise<unknown> {
    const comment = await store.readComment(discussionId, commentId)
    const body = `Edited ${answers.length}`
    if (step === 'take down' || comment?.editableUntil === null) {
      const status = step === 'edit' ? 'published' : step === 'delete' ? 'deleted' : 'rejected'
      return store.revise(discussionId, commentId, (present) =>
        revised(present, step === 'edit' ? { body } : { status }),
      )
    }
    now = comment?.createdAt ?? now
    const right = {
      discussionId,
      commentId,
      editToken: tokens.issue(commentId),
      revision: comment?.revision ?? 1,
    }
    const changed = step === 'edit' ? api.editComment({ ...right, body }) : api.deleteComment(right)
    return changed.catch(problemOf)
  }
  async function happen(each: Write): Promise<void> {
    const idOf = (which: number) => ids[which % Math.max(1, ids.length)] ?? null
    switch (each.step) {
      case 'post':
        now = at(each.minute)
        return post(each.parent === null ? null : idOf(each.parent), each.heavy ? HEAVY : 'A reply')
      case 'posts':
        for (let n = 0; n < each.count; n += 1)
          await post(n % 7 === 0 ? null : idOf(each.parent + n), 'One of many')
        return
      case 'edit':
      case 'delete':
      case 'take down': {
        const id = idOf(each.which)
        answers.push(id && (await change(each.step, id)))
        return
      }
      case 'hold':
        return post(each.parent === null ? null : idOf(each.parent), LINKS)
      case 'release': {
        const [id] = held.splice(each.which % Math.max(1, held.length), 1)
        const verdict = each.isFine ? publishedAt(new Date(now)) : ({ status: 'rejected' } as const)
        answers.push(id && (await store.release(discussionId, id, verdict)))
        if (id && each.isFine) ids.push(id)
      }
    }
  }

  for (const each of before) await happen(each)
  const there = await readEverything(api, discussionId, { order, limit: 100 })
  const reader = createReader(api, discussionId, order, limit)
  answers.push(await reader.readThreads())
  for (const each of meanwhile) {
    switch (each.step) {
      case 'threads':
        answers.push(await reader.readThreads())
        break
      case 'branch':
        answers.push(await reader.readBranch(each.which))
        break
      case 'changes':
        answers.push(await reader.readChanges())
        break
      default:
        await happen(each)
    }
  }
  answers.push(...(await reader.finish()))
  const fresh = await readEverything(api, discussionId, { order, limit: 100 })
  return { answers, there, fresh, served: reader.served, known: reader.known }
}
