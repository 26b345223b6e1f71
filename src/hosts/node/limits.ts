import type { ServerProblem } from '../../api/problem.ts'
import { bearerToken } from '../../backend/bearerToken.ts'
import type { FindModerator } from '../../backend/moderation/moderation.ts'
import type { Query } from '../../backend/sql/database.ts'
import { isId, type DiscussionId } from '../../domain/ids.ts'
import { clientAddress, clientKey, clientNetwork, type Caller } from './clientKey.ts'
import { perMinute } from './rateLimiter.ts'
import type { Route } from './routes.ts'
import type { ServedName } from './served.ts'
import type { Settings } from './settings.ts'
import { createStreamSlots } from './streamSlots.ts'

type Kind = 'read' | 'write' | 'moderate' | 'follow' | 'free'

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
  followChanges: 'follow',
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
  readQueue: 'moderate',
  decideComment: 'moderate',
  closeDiscussion: 'moderate',
  undoEntry: 'moderate',
  readLog: 'moderate',
}

export type LimitParts = {
  settings: Pick<
    Settings,
    | 'trustedHops'
    | 'writesPerMinute'
    | 'discussionWritesPerMinute'
    | 'readsPerMinute'
    | 'moderationPerMinute'
    | 'wrongTokensPerMinute'
    | 'streamsPerClient'
    | 'streams'
  >
  /** The server's, as `clientKey` has it. */
  secret: Uint8Array
  clock: () => Date
  /** As `perMinute` has it. */
  ask: Query | null
  findModerator: FindModerator
  onStreamRefused: (of: 'client' | 'all') => void
}

export type Asked = { route: Route; caller: Caller }

/** What is told to whoever asks for more than there is for one client, or for all; in how many seconds it is worth asking again. */
export type Refusal = {
  problem: Extract<ServerProblem, { code: 'rate-limited' | 'unavailable' }>
  retryAfter: number
}

export type Limits = {
  /**
   * Counts a request, and takes the slot of one that follows events, until its signal is aborted. Gives `null` where it is to be
   * answered. Rejects where it cannot be counted.
   */
  take(request: Pick<Request, 'headers' | 'signal'>, asked: Asked): Promise<Refusal | null>
}

/** Nobody knows when a slot is free. Until then our client asks for changes one by one, whatever it is told here. */
const STREAM_RETRY_SECONDS = 60

/** What clients may do in a minute, each for itself and all of them in one discussion, and how many may follow. Keeps no address. */
export function createLimits({ settings, secret, clock, ask, findModerator, ...parts }: LimitParts): Limits {
  const reads = perMinute('read', settings.readsPerMinute, ask)
  const writes = perMinute('write', settings.writesPerMinute, ask)
  const discussionWrites = perMinute('discussion', settings.discussionWritesPerMinute, ask)
  const moderation = perMinute('moderation', settings.moderationPerMinute, ask)
  const wrongTokens = perMinute('wrong-token', settings.wrongTokensPerMinute, ask)
  const slots = createStreamSlots({ perClient: settings.streamsPerClient, inAll: settings.streams })

  async function takeWriting(client: string, { names: { discussionId } }: Route): Promise<number | null> {
    const wait = await writes.take(client)
    // What is no id is of no discussion, and refused in a moment.
    return wait ?? (isId<DiscussionId>(discussionId) ? discussionWrites.take(discussionId) : null)
  }

  /**
   * A moderator is counted by name, wherever the request comes from, so that nobody else uses up what a moderator may do. Where too many wrong
   * tokens came from, no right one is taken either, as it might be one that was guessed.
   */
  async function takeModerating(client: string, headers: Headers): Promise<number | null> {
    const moderator = findModerator(bearerToken(headers) ?? '')
    if (moderator === null) return wrongTokens.take(client)
    return (await wrongTokens.look(client)) ?? moderation.take(moderator)
  }

  function takeSlot(client: string, signal: AbortSignal): Refusal | null {
    const outcome = slots.take(client, signal)
    if (outcome === 'taken') return null
    parts.onStreamRefused(outcome)
    return outcome === 'client'
      ? tooMany(STREAM_RETRY_SECONDS)
      : { problem: { code: 'unavailable' }, retryAfter: STREAM_RETRY_SECONDS }
  }

  return {
    async take({ headers, signal }, { route, caller }) {
      const kind = kindOf(route)
      if (kind === 'free') return null
      const client = clientKey(secret, clientNetwork(clientAddress(caller, settings.trustedHops)), clock())
      switch (kind) {
        case 'read':
          return tooMany(await reads.take(client))
        case 'follow':
          return tooMany(await reads.take(client)) ?? takeSlot(client, signal)
        case 'write':
          return tooMany(await takeWriting(client, route))
        case 'moderate':
          return tooMany(await takeModerating(client, headers))
      }
    },
  }
}

function tooMany(wait: number | null): Refusal | null {
  return wait === null ? null : { problem: { code: 'rate-limited', retryAfter: wait }, retryAfter: wait }
}

/** What is no endpoint is answered at little cost, and counts as what costs little. */
function kindOf({ kind, endpoint }: Route): Kind {
  if (kind === 'file' || kind === 'metrics') return 'free'
  return endpoint === null ? 'read' : kinds[endpoint]
}
