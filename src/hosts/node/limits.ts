import { clientAddress, clientKey, clientNetwork, type Caller } from './clientKey.ts'
import { perMinute } from './rateLimiter.ts'
import type { Route } from './routes.ts'
import type { ServedName } from './served.ts'
import type { Settings } from './settings.ts'

type Kind = 'read' | 'write' | 'free'

const kinds: Record<ServedName, Kind> = {
  // Who watches over the server is to be answered whatever else is asked.
  checkHealth: 'free',
  readArticle: 'read',
  readDiscussion: 'read',
  openDiscussion: 'write',
  readCounts: 'read',
  listComments: 'read',
  listReplies: 'read',
  listChanges: 'read',
  followChanges: 'read',
  postComment: 'write',
  readPost: 'read',
  editComment: 'write',
  deleteComment: 'write',
  reportComment: 'write',
  searchComments: 'read',
  readContext: 'read',
  readOverview: 'read',
  exportOwn: 'read',
  eraseOwn: 'write',
  // Whatever moderators do counts as writing, so that nobody tries many tokens.
  readQueue: 'write',
  decideComment: 'write',
  closeDiscussion: 'write',
  undoEntry: 'write',
  readLog: 'write',
}

export type Limits = {
  /** Counts a request. Gives how many seconds its sender has to wait where it is one too many, and `null` where it is not. */
  take(route: Route, caller: Caller): Promise<number | null>
}

/** What clients may do in a minute, each for itself and all of them in one discussion. Keeps no address. */
export function createLimits(
  settings: Pick<
    Settings,
    'trustedHops' | 'writesPerMinute' | 'discussionWritesPerMinute' | 'readsPerMinute'
  >,
  secret: Uint8Array,
  clock: () => Date,
): Limits {
  const reads = perMinute(settings.readsPerMinute)
  const writes = perMinute(settings.writesPerMinute)
  const discussionWrites = perMinute(settings.discussionWritesPerMinute)
  return {
    async take(route, caller) {
      const kind = kindOf(route)
      if (kind === 'free') return null
      const network = clientNetwork(clientAddress(caller, settings.trustedHops))
      const key = clientKey(secret, network, clock())
      if (kind === 'read') return reads.take(key)
      const { discussionId } = route.names
      return (
        (await writes.take(key)) ?? (discussionId === undefined ? null : discussionWrites.take(discussionId))
      )
    },
  }
}

/** What is no endpoint is answered at little cost, and counts as what costs little. */
function kindOf({ kind, endpoint }: Route): Kind {
  if (kind === 'file' || kind === 'metrics') return 'free'
  return endpoint === null ? 'read' : kinds[endpoint]
}
