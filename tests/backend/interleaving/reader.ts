import type { Api } from '../../../src/api/contract.ts'
import type { ChangePage } from '../../../src/api/schemas.ts'
import type { Comment } from '../../../src/domain/comment.ts'
import type { CommentId, DiscussionId } from '../../../src/domain/ids.ts'
import type { Order } from '../../../src/domain/order.ts'
import { expectAnEnd } from '../readEverything.ts'

/** What a page held, and the version that it held it at. */
export type Served = { comments: Comment[]; version: number; total?: number }

/** Whoever reads a discussion in parts, in any order of the parts, and keeps what is known of it by them. */
export type Reader = {
  /** The next page of threads, if there is one. */
  readThreads(): Promise<unknown>
  /** The next page of one of the branches that have more, if there is one. */
  readBranch(which: number): Promise<unknown>
  readChanges(): Promise<ChangePage>
  /** Everything that is left. */
  finish(): Promise<unknown[]>
  served: readonly Served[]
  known: ReadonlyMap<CommentId, Comment>
}

/** The first page of threads is to be read before all else, since the changes begin where it stands. */
export function createReader(api: Api, discussionId: DiscussionId, order: Order, limit: number): Reader {
  const served: Served[] = []
  const known = new Map<CommentId, Comment>()
  const branches: { commentId: CommentId; cursor: string }[] = []
  let cursor: string | null | undefined
  let since = 0

  function take<Page extends Served>(page: Page): Page {
    served.push(page)
    expectAnEnd(served)
    for (const comment of page.comments) {
      const { id: commentId, nextReplyCursor } = comment
      known.set(commentId, comment)
      if (nextReplyCursor !== null) branches.push({ commentId, cursor: nextReplyCursor })
    }
    return page
  }

  const reader: Reader = {
    async readThreads() {
      if (cursor === null) return null
      const page = take(await api.listComments({ discussionId, order, limit, ...(cursor && { cursor }) }))
      if (cursor === undefined) since = page.version
      cursor = page.nextCursor
      return page
    },
    async readBranch(which) {
      const [branch] = branches.splice(which % Math.max(1, branches.length), 1)
      if (!branch) return null
      const page = take(await api.listReplies({ discussionId, ...branch }))
      if (page.nextCursor !== null) branches.push({ ...branch, cursor: page.nextCursor })
      return page
    },
    async readChanges() {
      const page = await api.listChanges({ discussionId, since })
      since = page.version
      for (const comment of page.added) known.set(comment.id, comment)
      for (const comment of page.edited) if (known.has(comment.id)) known.set(comment.id, comment)
      for (const id of page.deleted) {
        const comment = known.get(id)
        if (comment) known.set(id, { ...comment, status: 'deleted', body: '' })
      }
      return page
    },
    async finish() {
      const answers: unknown[] = []
      for (let page = await reader.readThreads(); page !== null; page = await reader.readThreads()) {
        answers.push(page)
      }
      while (branches.length > 0) answers.push(await reader.readBranch(0))
      let changes = await reader.readChanges()
      for (; changes.hasMore; changes = await reader.readChanges()) answers.push(changes)
      return [...answers, changes]
    },
    served,
    known,
  }
  return reader
}
