import type { Api, Call, CallName, Input, Output } from '../api/contract.ts'
import { ProblemError } from '../api/problem.ts'
import type { CommentId } from '../domain/ids.ts'
import { normaliseBody, normaliseName } from '../domain/writing.ts'
import type { ChangeSignal } from './changeSignal.ts'
import { checkWriting, decidePost, DUPLICATE_WINDOW_MS } from './decidePost.ts'
import { followChanges } from './followChanges.ts'
import { listChanges } from './listChanges.ts'
import { listComments } from './listComments.ts'
import { listReplies } from './listReplies.ts'
import { missing } from './missing.ts'
import { serve } from './page.ts'
import type { PostRequest, Store } from './store.ts'

type Ports = { store: Store; clock: () => Date; ids: () => CommentId; signal: ChangeSignal }

/** The rules of discussions, over a store. What the store fails with is told as `unavailable`, with its error as the cause. */
export function createService(ports: Ports): Api {
  const { store, clock } = ports
  return {
    checkHealth: async () => ({ status: 'ok' }),
    readArticle: withProblems(async ({ articleId }) => {
      return (await store.readArticle(articleId)) ?? missing('article')
    }),
    readDiscussion: withProblems(async ({ discussionId }) => {
      const {
        importedIn: _,
        imported: __,
        ...discussion
      } = (await store.readDiscussion(discussionId)) ?? missing('discussion')
      return { ...discussion, now: clock().toISOString() }
    }),
    listComments: withProblems((input) => listComments(store, input)),
    listReplies: withProblems((input) => listReplies(store, input)),
    listChanges: withProblems((input) => listChanges(store, input)),
    followChanges: (input, { signal }) =>
      followChanges(
        withProblems((since) => listChanges(store, since)),
        ports.signal,
        input,
        signal,
      ),
    postComment: withProblems((input) => postComment(ports, input)),
  }
}

async function postComment(
  { store, clock, ids, signal }: Ports,
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
  if (comment.id === added.id) signal.send(discussionId)
  return serve(comment)
}

function withProblems<Name extends CallName>(
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
