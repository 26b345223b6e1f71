import type { Api } from '../api/contract.ts'
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
import { ADDRESS_LIMIT, holdManyAddresses, type Held, type Moderate, type Signs } from './holdingRules.ts'
import { openDiscussion, type MayOpen } from './openDiscussion.ts'
import type { Check } from './outsideCheck.ts'
import { postComment, readPost } from './postComment.ts'
import { readCounts, readDiscussion } from './readDiscussion.ts'
import { readContext } from './readContext.ts'
import { readOverview } from './readOverview.ts'
import { reportComment } from './reportComment.ts'
import { searchComments } from './searchComments.ts'
import type { Store } from './store.ts'
import { together } from './together.ts'
import { withProblems } from './withProblems.ts'

export type Ports = {
  store: Store
  clock: () => Date
  ids: () => CommentId
  signal: ChangeSignal
  tokens: EditTokens
  moderate: Moderate
  /** Decides, from how a post came to be, whether it is held. */
  suspect: (signs: Signs) => Held | null
  /** Where somebody outside is asked beside the rules. */
  check: Check | null
  mayOpen: MayOpen
  /** Rejects where the store cannot be reached now, and takes no longer than its smallest question. */
  reachStore: () => Promise<void>
}

type Policy = 'tokens' | 'moderate' | 'suspect' | 'check' | 'mayOpen' | 'reachStore'

/**
 * Where nothing else is said, tokens are void with the service, texts of many web addresses are held and nothing else, nobody
 * outside is asked, nobody may open discussions, and the store is taken to be there.
 */
type GivenPorts = Omit<Ports, Policy> & Partial<Pick<Ports, Policy>>

/** The rules of discussions, over a store. What the store fails with is told as `unavailable`, with its error as the cause. */
export function createService(given: GivenPorts): Api {
  const ports: Ports = {
    tokens: hmacTokens(randomSecret()),
    moderate: (written, stands) => holdManyAddresses(written, ADDRESS_LIMIT, stands),
    suspect: () => null,
    check: null,
    mayOpen: () => false,
    reachStore: async () => undefined,
    ...given,
  }
  const { store } = ports
  const listForFollowers = together(withProblems((input) => listChanges(store, input)))
  return {
    checkHealth: withProblems(async () => {
      await ports.reachStore()
      return { status: 'ok' }
    }),
    readArticle: withProblems(async ({ articleId }) => {
      return (await store.readArticle(articleId)) ?? missing('article')
    }),
    readDiscussion: withProblems((input) => readDiscussion(ports, input)),
    openDiscussion: withProblems((input) => openDiscussion(ports, input)),
    readCounts: withProblems((input) => readCounts(store, input)),
    listComments: withProblems((input) => listComments(store, input)),
    listReplies: withProblems((input) => listReplies(store, input)),
    searchComments: withProblems((input) => searchComments(store, input)),
    readContext: withProblems((input) => readContext(store, input)),
    readOverview: withProblems((input) => readOverview(store, input)),
    listChanges: withProblems((input) => listChanges(store, input)),
    followChanges: (input, { signal }) => followChanges(listForFollowers, ports.signal, input, signal),
    postComment: withProblems((input) => postComment(ports, input)),
    readPost: withProblems((input) => readPost(ports, input)),
    editComment: withProblems((input) => editComment(ports, input)),
    deleteComment: withProblems((input) => deleteComment(ports, input)),
    reportComment: withProblems((input) => reportComment(ports, input)),
  }
}
