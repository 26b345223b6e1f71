import type { Api } from '../../api/contract.ts'
import type { Moderating } from '../../api/moderating.ts'
import type { OwnApi } from '../../api/own.ts'
import { hmacTokens } from '../../backend/hmacTokens.ts'
import { holdPrograms, moderateBy } from '../../backend/holdingRules.ts'
import { createModeration } from '../../backend/moderation/moderation.ts'
import type { MayOpen } from '../../backend/openDiscussion.ts'
import { createCheck, type Check } from '../../backend/outsideCheck.ts'
import { createOwnApi } from '../../backend/ownComments.ts'
import { createService } from '../../backend/service.ts'
import { randomId, type CommentId } from '../../domain/ids.ts'
import { askCheck } from './askCheck.ts'
import { clientAddress, clientKey, clientNetwork, type Caller } from './clientKey.ts'
import { findAmong } from './moderators.ts'
import type { Backend } from './openBackend.ts'
import type { Secrets } from './readSecrets.ts'
import type { Settings } from './settings.ts'

export type ServiceParts = {
  settings: Pick<
    Settings,
    | 'openingOrigins'
    | 'trustedHops'
    | 'heldLinks'
    | 'minimumSeconds'
    | 'checkUrl'
    | 'checkFailure'
    | 'moderators'
  >
  backend: Backend
  secrets: Secrets
  heldWords: readonly string[]
  /** Where this server is, which may become known later. */
  own: ReadonlySet<string>
  mayOpen: MayOpen | undefined
  /** Who has sent the request that is being answered. */
  callerNow: () => Caller | undefined
  onCheckFailure: (error: unknown) => void
}

/** What the server does over the contract, for writers with what is theirs, and for moderators. */
export type NodeService = Api & OwnApi & Moderating

/** The service by the settings of the server. */
export function createNodeService(parts: ServiceParts): NodeService {
  const { settings, backend, secrets } = parts
  const moderate = moderateBy({ links: settings.heldLinks, words: parts.heldWords })
  const minimum = settings.minimumSeconds * 1_000
  const ports = {
    store: backend.store,
    clock: () => new Date(),
    ids: () => randomId<CommentId>(),
    signal: backend.signal,
    tokens: hmacTokens(...secrets),
  }
  const service = createService({
    ...ports,
    moderate,
    ...(minimum > 0 && { suspect: (signs) => holdPrograms(signs, minimum) }),
    check: settings.checkUrl === null ? null : outsideCheck(parts, moderate, settings.checkUrl),
    mayOpen: parts.mayOpen ?? openFor([parts.own, new Set(settings.openingOrigins)]),
    reachStore: () => backend.reach(),
  })
  const moderation = createModeration({ ...ports, findModerator: findAmong(settings.moderators) })
  return { ...service, ...createOwnApi(ports), ...moderation }
}

function outsideCheck(
  { settings, backend, secrets, callerNow, onCheckFailure }: ServiceParts,
  moderate: ReturnType<typeof moderateBy>,
  url: string,
): Check {
  const client = () => {
    const caller = callerNow()
    if (!caller) return null
    return clientKey(secrets[0], clientNetwork(clientAddress(caller, settings.trustedHops)), new Date())
  }
  return createCheck({
    store: backend.store,
    moderate,
    ask: (written) => askCheck(url, written, client()),
    withoutAnswer: settings.checkFailure,
    onFailure: onCheckFailure,
  })
}

/** Discussions are opened for pages of these origins; nobody has proved that it is one of them who asks. */
function openFor(allowed: readonly ReadonlySet<string>[]): MayOpen {
  return ({ url }) => url !== null && allowed.some((origins) => origins.has(new URL(url).origin))
}
