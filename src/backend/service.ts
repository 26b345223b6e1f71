import {
  PAGE_SIZE,
  type Api,
  type Call,
  type EndpointName,
  type Input,
  type Output,
} from '../api/contract.ts'
import { ProblemError, type ServerProblem } from '../api/problem.ts'
import type { CommentId, DiscussionId } from '../domain/ids.ts'
import { normaliseBody, normaliseName } from '../domain/writing.ts'
import { readReplyCursor, readThreadCursor, replyCursor, threadCursor } from './cursor.ts'
import { checkWriting, decidePost, DUPLICATE_WINDOW_MS } from './decidePost.ts'
import { countAll, serve, servePage } from './page.ts'
import type { PostRequest, Store, StoredDiscussion } from './store.ts'

/** Most comments that a page holds below one thread, or below one direct reply of a branch. */
export const REPLY_BUDGET = 25

/** Most comments of a page of a branch; it holds one direct reply at least. */
export const BRANCH_PAGE_SIZE = 50

type Ports = { store: Store; clock: () => Date; ids: () => CommentId }

/** The rules of discussions, over a store. What the store fails with is told as `unavailable`, with its error as the cause. */
export function createService(ports: Ports): Api {
  const { store, clock } = ports
  return {
    checkHealth: async () => ({ status: 'ok' }),
    readArticle: withProblems(async ({ articleId }) => {
      return (await store.readArticle(articleId)) ?? missing('article')
    }),
    readDiscussion: withProblems(async ({ discussionId }) => ({
      ...(await findDiscussion(store, discussionId)),
      now: clock().toISOString(),
    })),
    listComments: withProblems((input) => listComments(store, input)),
    listReplies: withProblems((input) => listReplies(store, input)),
    postComment: withProblems((input) => postComment(ports, input)),
  }
}

/** The discussion is read before its comments, so that its `version` never claims a change that they lack. */
async function listComments(
  store: Store,
  { discussionId, order = 'newest', limit = PAGE_SIZE, cursor }: Input<'listComments'>,
): Promise<Output<'listComments'>> {
  const after = cursor === undefined ? null : readThreadCursor(cursor, order)
  const { count, threadCount, version } = await findDiscussion(store, discussionId)
  const siblings = { discussionId, parentId: null, order, after, limit: limit + 1 }
  const found = await store.listBranches(siblings, REPLY_BUDGET)
  const page = found.slice(0, limit)
  const last = found.length > limit ? page.at(-1) : undefined
  return {
    comments: servePage(page.flatMap(({ comment, below }) => [comment].concat(below))),
    nextCursor: last ? threadCursor(order, last.comment) : null,
    total: count,
    threadCount,
    version,
  }
}

async function listReplies(
  store: Store,
  { discussionId, commentId, cursor }: Input<'listReplies'>,
): Promise<Output<'listReplies'>> {
  const from = cursor === undefined ? { after: null, held: 0 } : readReplyCursor(cursor, commentId)
  const { version } = await findDiscussion(store, discussionId)
  const branch = (await store.readComment(discussionId, commentId)) ?? missing('comment')
  const siblings = {
    discussionId,
    parentId: commentId,
    order: 'oldest',
    limit: BRANCH_PAGE_SIZE + 1,
  } as const
  const found = await store.listBranches({ ...siblings, after: from.after }, REPLY_BUDGET)
  const page = found.slice(0, BRANCH_PAGE_SIZE)
  const replies = page.map(({ comment }) => comment)
  const below = page.flatMap((reply) => reply.below).toSorted((a, b) => a.depth - b.depth)
  const held = from.held + countAll(replies)
  const last = found.length > page.length ? replies.at(-1) : undefined
  return {
    comments: servePage([...replies, ...below].slice(0, BRANCH_PAGE_SIZE)),
    nextCursor: last ? replyCursor({ commentId, after: last, held }) : null,
    hiddenReplies: last ? Math.max(1, branch.replyCount - held) : 0,
    version,
  }
}

async function postComment(
  { store, clock, ids }: Ports,
  { discussionId, parentId, author, body, idempotencyKey }: Input<'postComment'>,
): Promise<Output<'postComment'>> {
  const request: PostRequest = {
    discussionId,
    parentId,
    authorName: normaliseName(author.name),
    body: normaliseBody(body),
  }
  checkWriting(request)
  const now = clock()
  const recentSince = new Date(now.getTime() - DUPLICATE_WINDOW_MS).toISOString()
  const added = { id: ids(), createdAt: now.toISOString() }
  const comment = await store.post({ key: idempotencyKey ?? null, request, recentSince }, (facts) =>
    decidePost(facts, request, added),
  )
  return serve(comment)
}

async function findDiscussion(store: Store, id: DiscussionId): Promise<StoredDiscussion> {
  return (await store.readDiscussion(id)) ?? missing('discussion')
}

function missing(resource: Extract<ServerProblem, { code: 'not-found' }>['resource']): never {
  throw new ProblemError({ code: 'not-found', resource })
}

function withProblems<Name extends EndpointName>(
  call: (input: Input<Name>) => Promise<Output<Name>>,
): Call<Name> {
  return async (input) => {
    try {
      return await call(input)
    } catch (error) {
      if (error instanceof ProblemError) throw error
      throw new ProblemError({ code: 'unavailable' }, { cause: error })
    }
  }
}
