import type { Api, Call, CallName, Input, Output } from '../api/contract.ts'
import { ProblemError } from '../api/problem.ts'
import type { CommentId } from '../domain/ids.ts'
import { deleteComment, editComment } from './changeComment.ts'
import type { ChangeSignal } from './changeSignal.ts'
import type { EditTokens } from './editTokens.ts'
import { followChanges } from './followChanges.ts'
import { hmacTokens, randomSecret } from './hmacTokens.ts'
import { listChanges } from './listChanges.ts'
import { listComments } from './listComments.ts'
import { listReplies } from './listReplies.ts'
import { missing } from './missing.ts'
import { holdManyAddresses, type Moderate } from './moderation.ts'
import { postComment, readPost } from './postComment.ts'
import { reportComment } from './reportComment.ts'
import type { Store } from './store.ts'

export type Ports = {
  store: Store
  clock: () => Date
  ids: () => CommentId
  signal: ChangeSignal
  tokens: EditTokens
  moderate: Moderate
}

/** Tokens are void with the service where nothing else is said, and texts of many web addresses are held. */
type GivenPorts = Omit<Ports, 'tokens' | 'moderate'> & Partial<Pick<Ports, 'tokens' | 'moderate'>>

/** The rules of discussions, over a store. What the store fails with is told as `unavailable`, with its error as the cause. */
export function createService(given: GivenPorts): Api {
  const ports: Ports = { tokens: hmacTokens(randomSecret()), moderate: holdManyAddresses, ...given }
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
    readPost: withProblems((input) => readPost(ports, input)),
    editComment: withProblems((input) => editComment(ports, input)),
    deleteComment: withProblems((input) => deleteComment(ports, input)),
    reportComment: withProblems((input) => reportComment(ports, input)),
  }
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
