import { isDeepStrictEqual } from 'node:util'
import { expect } from 'vitest'
import type { Moderating } from '../../../src/api/moderating.ts'
import { problemOf } from '../../../src/api/problem.ts'
import { createLocalSignal } from '../../../src/backend/changeSignal.ts'
import { createModeration } from '../../../src/backend/moderation/moderation.ts'
import type { ServerStore } from '../../../src/backend/serverStore.ts'
import { createService } from '../../../src/backend/service.ts'
import type { CommentId, DiscussionId, IdempotencyKey } from '../../../src/domain/ids.ts'
import type { LogEntry } from '../../../src/domain/moderation.ts'
import { LINKS, readAll } from '../conformance/moderator.ts'
import { at, importOf } from '../imports.ts'
import { readEverything } from '../readEverything.ts'
import { tokens } from '../tokens.ts'
import type { Step } from './plot.ts'

const discussionId = 'a' as DiscussionId
const ROWS = [
  ['1', null, 1],
  ['2', '1', 2],
] as const

/**
 * Lets a plot happen, and gives all answers. After each step: whoever reads sees another discussion just where its version has
 * grown by one; all counts are right; the log has all that was done. What is undone at once leaves everything as it was.
 */
export async function runPlot(store: ServerStore, steps: readonly Step[]): Promise<unknown[]> {
  await store.importDiscussion(importOf('a', ROWS), { replace: false })
  let minute = 100
  let made = 0
  const clock = () => new Date(at(minute))
  const signal = createLocalSignal()
  const ids = () => `new-${(made += 1)}` as CommentId
  const api = createService({ store, clock, ids, signal, tokens })
  // Whoever they are, they show their names.
  const moderation = createModeration({ store, clock, signal, findModerator: (token) => token })
  const known: CommentId[] = ROWS.map(([id]) => id as CommentId)
  const done: LogEntry[] = []
  const answers: unknown[] = []

  const revisionOf = async (commentId: CommentId) => {
    const key = `key-${commentId}` as IdempotencyKey
    const comment = (await store.readComment(discussionId, commentId)) ?? (await store.readPost(key))
    return comment?.revision ?? 1
  }
  const rightTo = async (commentId: CommentId) => ({
    discussionId,
    commentId,
    editToken: tokens.issue(commentId),
    revision: await revisionOf(commentId),
  })
  const keep = (answer: unknown): LogEntry | null => {
    answers.push(answer)
    const entry = entryIn(answer)
    if (entry === null || done.some(({ id }) => id === entry.id)) return null
    done.push(entry)
    return entry
  }
  const undo = async ({ id: entryId }: LogEntry, moderatorToken: string) =>
    keep(await moderation.undoEntry({ moderatorToken, entryId }).catch(problemOf))

  async function happen(each: Step): Promise<void> {
    switch (each.step) {
      case 'post': {
        const parentId = each.parent === null ? null : (known[each.parent % known.length] ?? null)
        const body = `${each.isHeld ? LINKS : 'Words'} ${minute}`
        const idempotencyKey = `key-new-${made + 1}` as IdempotencyKey
        const posted = await api
          .postComment({ discussionId, parentId, author: { name: 'Ann' }, body, idempotencyKey })
          .catch(problemOf)
        if ('id' in posted) known.push(posted.id)
        return void answers.push(posted)
      }
      case 'edit':
      case 'remove': {
        const right = await rightTo(chosen(known, each.which))
        const call =
          each.step === 'edit'
            ? api.editComment({ ...right, body: `Edited ${minute}` })
            : api.deleteComment(right)
        return void answers.push(await call.catch(problemOf))
      }
      case 'report': {
        const commentId = chosen(known, each.which)
        const idempotencyKey = `report-${minute}` as IdempotencyKey
        const report = {
          discussionId,
          commentId,
          idempotencyKey,
          reason: 'spam',
          words: `${minute}`,
        } as const
        return void answers.push(await api.reportComment(report).catch(problemOf))
      }
      case 'decide': {
        const { decision, byWhom: moderatorToken } = each
        const commentId = chosen(known, each.which)
        const before = await everything()
        const revision = await revisionOf(commentId)
        const wanted = { moderatorToken, discussionId, commentId, revision, decision, reason: 'As it is' }
        const entry = keep(await moderation.decideComment(wanted).catch(problemOf))
        if (!entry || !each.isUndone) return
        expect(await undo(entry, moderatorToken)).not.toBeNull()
        expect(await everything()).toEqual(before)
        return
      }
      case 'close': {
        const wanted = { moderatorToken: each.byWhom, discussionId, closed: each.closed, reason: null }
        return void keep(await moderation.closeDiscussion(wanted).catch(problemOf))
      }
      case 'undo':
        if (done.length > 0) await undo(chosen(done, each.which), each.byWhom)
    }
  }

  /** What moderators see, and what readers may read, but not the places of what is gone, which stay. */
  async function everything() {
    const queue = await readAll(moderation)
    const waiting = queue.map((item) => {
      const { comment, discussion: _, ...rest } = item
      const { id, body, status, author } = comment
      return { ...rest, comment: { id, body, status, author } }
    })
    const comments = await readEverything(api, discussionId, { order: 'oldest', limit: 100 })
    const read = comments
      .filter(({ status }) => status === 'published')
      .map(({ id, body, author, format, editedAt, editableUntil }) => [
        id,
        body,
        author,
        format,
        editedAt,
        editableUntil,
      ])
    return { waiting, read }
  }

  for (const each of steps) {
    minute += 1
    const before = await readersView(api)
    // What is undone at once is two changes, or one.
    const isOne = each.step !== 'decide' || !each.isUndone
    await happen(each)
    const after = await readersView(api)
    const grown = after.version - before.version
    if (isOne)
      expect(grown).toBe(isDeepStrictEqual({ ...after, version: 0 }, { ...before, version: 0 }) ? 0 : 1)
    checkCounts(after)
    await checkLog(moderation, done)
  }
  answers.push(await everything(), await readersView(api))
  return answers
}

type View = Awaited<ReturnType<typeof readersView>>

async function readersView(api: ReturnType<typeof createService>) {
  const { version, now: _, ...discussion } = await api.readDiscussion({ discussionId })
  const comments = await readEverything(api, discussionId, { order: 'oldest', limit: 100 })
  return { version, discussion, comments }
}

function checkCounts({ discussion, comments }: View): void {
  expect(discussion.count).toBe(comments.length)
  expect(discussion.threadCount).toBe(comments.filter(({ parentId }) => parentId === null).length)
  const below = (id: CommentId): number =>
    comments.filter(({ parentId }) => parentId === id).reduce((sum, reply) => sum + 1 + below(reply.id), 0)
  expect(comments.map(({ id, replyCount }) => [id, replyCount])).toEqual(
    comments.map(({ id }) => [id, below(id)]),
  )
}

/** The log has what was done, once each, the newest first, and of each what has undone it. */
async function checkLog(moderation: Moderating, done: readonly LogEntry[]): Promise<void> {
  const log: LogEntry[] = []
  for (let next: string | null | undefined; next !== null;) {
    const page = await moderation.readLog({
      moderatorToken: 'Mo',
      ...(next !== undefined && { cursor: next }),
    })
    log.push(...page.entries)
    next = page.nextCursor
  }
  const expected = done.map((entry) => ({
    ...entry,
    undoneBy: done.find(({ undoes }) => undoes === entry.id)?.id ?? null,
  }))
  expect(log).toEqual(expected.toReversed())
}

function chosen<Value>(values: readonly Value[], which: number): Value {
  const value = values[which % values.length]
  if (value === undefined) throw new Error('There is nothing to choose')
  return value
}

function entryIn(answer: unknown): LogEntry | null {
  return typeof answer === 'object' && answer !== null && 'entry' in answer
    ? (answer.entry as LogEntry)
    : null
}
