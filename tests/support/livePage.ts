import { networkCarrier } from '../../src/api/carrier.ts'
import { createClient } from '../../src/api/client.ts'
import { BASE_PATH } from '../../src/api/basePath.ts'
import type { Api } from '../../src/api/contract.ts'
import type { ChangePage } from '../../src/api/schemas.ts'
import { discussionIdOf, type ArticleId } from '../../src/domain/ids.ts'
import { startBackend } from '../../src/hosts/browser/startBackend.ts'
import { NO_FAULTS } from '../../src/hosts/faults.ts'
import { registerWorker } from '../../src/hosts/registerWorker.ts'
import { retriable } from '../../src/hosts/retriable.ts'
import { readTranscriptNames } from '../../src/hosts/transcriptNames.ts'
import { followDiscussion } from '../../src/ui/live/followDiscussion.ts'

/*
 * Runs in a page that is otherwise empty: the backend as the browser host starts it, or the client of a server, and what follows a discussion
 * there. The test calls it by the global of its name, which gives only what can be handed out of the page.
 */

export type LivePage = typeof livePage

const livePage = { start, reach, stream, follow, post, told, reset: () => reset(), stop: () => leave() }
Object.assign(globalThis, { livePage })

let base = location.origin + BASE_PATH
const findNames = retriable(readTranscriptNames)
let findArticleId = async () => (await findNames())[0]
const pages: ChangePage[] = []
let api: Api
let reset: () => Promise<void>
let leave: () => void = () => undefined

/** Gives how the backend came to run. */
async function start(carrier: 'worker' | 'page') {
  const isWorker = carrier === 'worker'
  const backend = await startBackend({
    findArticleId,
    findNames,
    faults: NO_FAULTS,
    controlled: isWorker ? registerWorker() : Promise.resolve(false),
    mockWorker: isWorker ? import('../../src/hosts/browser/startMockWorker.ts') : Promise.resolve(null),
  })
  api = createClient(backend.carrier, base)
  reset = backend.reset
  return backend.state
}

/** In place of `start`, for the server of that base, which holds that article. */
function reach(ofServer: string, articleId: ArticleId): void {
  base = ofServer
  findArticleId = async () => articleId
  api = createClient(networkCarrier, base)
}

/** Reads the stream from the version that is there, with nothing in between. */
async function stream(): Promise<void> {
  const leaving = new AbortController()
  leave = () => leaving.abort()
  const { id: discussionId, version: since } = await readDiscussion()
  void (async () => {
    for await (const page of api.followChanges({ discussionId, since }, leaving)) pages.push(page)
  })()
}

/** Follows as a page does that shares its stream with the other tabs. */
async function follow(): Promise<void> {
  const { id: discussionId, version: since } = await readDiscussion()
  const onChanges = (page: ChangePage) => void pages.push(page)
  leave = followDiscussion({ api, discussionId, since, onChanges, sharedAs: base })
}

async function post(body: string): Promise<void> {
  const { id: discussionId } = await readDiscussion()
  await api.postComment({ discussionId, parentId: null, author: { name: 'Ann' }, body })
}

/** What has been told. */
function told(): string[] {
  return pages.flatMap(({ added, isReset }) => (isReset ? ['reset'] : added.map(({ body }) => body)))
}

async function readDiscussion() {
  return api.readDiscussion({ discussionId: discussionIdOf(await findArticleId()) })
}
