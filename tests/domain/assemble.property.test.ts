import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLocalSignal } from '../../src/backend/changeSignal.ts'
import { createMemoryStore } from '../../src/backend/memoryStore.ts'
import { createService } from '../../src/backend/service.ts'
import {
  assemble,
  type Assembled,
  type BranchExcerpt,
  type ContextExcerpt,
  type Excerpt,
  type Happenings,
} from '../../src/domain/assemble.ts'
import type { Comment } from '../../src/domain/comment.ts'
import type { CommentId, DiscussionId } from '../../src/domain/ids.ts'
import { importOf } from '../backend/imports.ts'
import { readEverything } from '../backend/readEverything.ts'

const discussionId = 'a' as DiscussionId

const step = fc.oneof(
  fc.record({ kind: fc.constant('post' as const), below: fc.option(fc.nat(300)) }),
  fc.record({ kind: fc.constantFrom('threads', 'changes', 'unpin') }),
  fc.record({ kind: fc.constantFrom('branch', 'show', 'crowd', 'delete'), which: fc.nat(300) }),
  fc.record({ kind: fc.constant('context'), which: fc.nat(300) }),
)

const plan = fc.record({
  imported: fc.array(fc.nat(200), { maxLength: 80, size: 'max' }),
  steps: fc.array(step, { maxLength: 30, size: 'max' }),
  limit: fc.integer({ min: 1, max: 5 }),
})

test('whatever is read and happens in between, each comment stands once and is counted, and in the end all is as a fresh read has it', async () => {
  await fc.assert(
    fc.asyncProperty(plan, async ({ imported, steps, limit }) => {
      const reader = await openReader(imported, limit)
      for (const each of steps) {
        const { pinned } = reader.assembled()
        await reader.take(each)
        checkCounts(reader.assembled())
        checkPlaces(reader.assembled())
        if (each.kind !== 'unpin')
          expect(reader.assembled().pinned).toEqual(expect.arrayContaining([...pinned]))
      }
      await reader.finish()
      checkPlaces(reader.assembled())
      await reader.take({ kind: 'unpin' })
      const { comments, pages, cameLater, news } = reader.assembled()
      const fresh = await readEverything(reader.api, discussionId, { order: 'newest', limit: 20 })
      expect([...news]).toEqual([])
      expect(facts(comments.values())).toEqual(facts(fresh))
      expect([...cameLater.toReversed(), ...pages.flat()]).toEqual(
        fresh.filter(({ parentId }) => parentId === null).map(({ id }) => id),
      )
    }),
    { numRuns: 100 },
  )
})

/** One who reads a discussion part by part, while others write. */
async function openReader(imported: readonly number[], limit: number) {
  const store = createMemoryStore()
  const rows = imported.map((parent, index) => {
    const answered = parent % 3 === 0 ? index - 1 : parent
    return [`c${index}`, answered >= 0 && answered < index ? `c${answered}` : null, index] as const
  })
  await store.importDiscussion(importOf('a', rows, { maxDepth: 200 }), { replace: false })
  let made = 0
  let time = Date.UTC(2020, 0, 1)
  const api = createService({
    store,
    clock: () => new Date((time += 61_000)),
    ids: () => `new-${(made += 1)}` as CommentId,
    signal: createLocalSignal(),
  })
  const everybody: CommentId[] = rows.map(([id]) => id as CommentId)
  const pages: Excerpt[] = []
  const branches: BranchExcerpt[] = []
  const contexts: ContextExcerpt[] = []
  const added = new Map<CommentId, Comment>()
  const shown = new Set<CommentId>()
  const deleted = new Set<CommentId>()
  let cursor: string | null | undefined
  let since = 0

  const happenings = (): Happenings => ({
    added: [...added.values()],
    shown,
    edited: new Map(),
    deleted,
  })
  const assembled = () => assemble(pages, branches, happenings(), pages[0]?.version ?? 0, contexts)

  async function post(below: number | null) {
    const parentId = below === null ? null : (everybody[below % Math.max(1, everybody.length)] ?? null)
    const parent = parentId && (await store.readComment(discussionId, parentId))
    if (parent && parent.status === 'deleted') return
    const input = { discussionId, parentId, author: { name: 'Ann' }, body: `Text ${made}` }
    everybody.push((await api.postComment(input)).id)
  }

  /** Not one that nobody has read and nobody has answered, which comes and goes unseen. */
  async function remove(which: number) {
    const id = everybody[which % Math.max(1, everybody.length)]
    const comment = id && (await store.readComment(discussionId, id))
    if (!comment || (comment.replyCount === 0 && comment.sequence > rows.length)) return
    await store.revise(discussionId, comment.id, () => ({ ...comment, status: 'deleted' }))
  }

  async function readThreads() {
    if (cursor === null) return
    const page = await api.listComments({ discussionId, limit, ...(cursor && { cursor }) })
    if (cursor === undefined) since = page.version
    cursor = page.nextCursor
    pages.push(page)
  }

  async function readBranch(which: number): Promise<boolean> {
    const open = [...assembled().comments.values()].filter(({ hiddenReplies }) => hiddenReplies > 0)
    const branch = open[which % Math.max(1, open.length)]
    if (!branch) return false
    const from = branch.nextReplyCursor === null ? {} : { cursor: branch.nextReplyCursor }
    const page = await api.listReplies({ discussionId, commentId: branch.id, ...from })
    branches.push({ ...page, branchId: branch.id })
    return true
  }

  /** Whatever is led to, which may be here already, or be among what came and is not shown. */
  async function readContext(which: number) {
    const id = everybody[which % Math.max(1, everybody.length)]
    if (id === undefined) return
    const context = await api.readContext({ discussionId, commentId: id })
    const { comments } = assembled()
    const [thread] = context.comments
    contexts.push({ ...context, isPinned: thread !== undefined && !comments.has(thread.id) })
    seeContexts()
    expect(assembled().comments.has(id)).toBe(true)
  }

  function seeContexts() {
    for (const { id } of contexts.flatMap(({ comments }) => comments)) if (added.has(id)) shown.add(id)
  }

  async function readChanges() {
    for (let hasMore = true; hasMore;) {
      const page = await api.listChanges({ discussionId, since })
      for (const comment of page.added) added.set(comment.id, comment)
      for (const id of page.deleted) deleted.add(id)
      since = page.version
      hasMore = page.hasMore
    }
    seeContexts()
  }

  function showNews(which: number) {
    const all = [...assembled().news.values()]
    for (const { id } of all[which % Math.max(1, all.length)] ?? []) shown.add(id)
  }

  await readThreads()
  return {
    api,
    assembled,
    async take(each: { kind: string; below?: number | null; which?: number }) {
      const which = each.which ?? 0
      if (each.kind === 'post') await post(each.below ?? null)
      if (each.kind === 'crowd') for (let count = 0; count < 40; count += 1) await post(which)
      if (each.kind === 'delete') await remove(which)
      if (each.kind === 'threads') await readThreads()
      if (each.kind === 'branch') await readBranch(which)
      if (each.kind === 'context') await readContext(which)
      if (each.kind === 'unpin') contexts.forEach((context) => (context.isPinned = false))
      if (each.kind === 'changes') await readChanges()
      if (each.kind === 'show') showNews(which)
    },
    async finish() {
      await readChanges()
      while (cursor !== null) await readThreads()
      do while (assembled().news.size > 0) showNews(0)
      while (await readBranch(0))
    },
  }
}

/** A comment counts what is shown below it and what it hides, and hides nothing that is shown. */
function checkCounts({ comments, replies }: Assembled): void {
  for (const { id, replyCount, hiddenReplies } of comments.values()) {
    const below = replies.get(id) ?? []
    const shown = below.reduce((count, reply) => count + 1 + reply.replyCount, 0)
    expect(replyCount).toBe(shown + hiddenReplies)
    expect(hiddenReplies).toBeGreaterThanOrEqual(0)
  }
}

/** All that is here stands in one place. */
function checkPlaces({ comments, pages, pinned, cameLater, replies }: Assembled): void {
  const below = [...replies.values()].flatMap((siblings) => siblings.map(({ id }) => id))
  const places = [...pinned, ...cameLater, ...pages.flat(), ...below]
  expect(places.toSorted()).toEqual([...comments.keys()].toSorted())
}

function facts(comments: Iterable<Comment>): string[] {
  return Array.from(comments, ({ id, parentId, status, replyCount }) =>
    [id, parentId, status, replyCount].join(' '),
  ).toSorted()
}
