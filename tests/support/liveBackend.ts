import { createClient } from '../../src/api/client.ts'
import { BASE_PATH } from '../../src/api/basePath.ts'
import type { ServerProblem } from '../../src/api/problem.ts'
import { createLocalSignal } from '../../src/backend/changeSignal.ts'
import { createHandler } from '../../src/backend/handler.ts'
import { createMemoryStore } from '../../src/backend/memoryStore.ts'
import { problemAnswer } from '../../src/backend/problemAnswer.ts'
import { createService } from '../../src/backend/service.ts'
import { randomId, type DiscussionId } from '../../src/domain/ids.ts'
import { importOf } from '../backend/imports.ts'

export const discussionId = 'a' as DiscussionId

/**
 * The real client, handler and service over a memory store that holds an empty discussion, with what a network does to
 * streams. `asked` tells the requests in the order in which they came, as `changes 3` or `events 3`.
 */
export async function openLiveBackend() {
  const store = createMemoryStore()
  const batch = importOf('a', [])
  await store.importDiscussion(batch, { replace: false })
  const service = createService({
    store,
    clock: () => new Date(),
    ids: randomId,
    signal: createLocalSignal(),
  })
  const handle = createHandler(service)
  const asked: string[] = []
  const streams = new Set<{ cut: () => void }>()
  const refused: { changes: ServerProblem | null; events: ServerProblem | null } = {
    changes: null,
    events: null,
  }
  const carrier = async (request: Request) => {
    const url = new URL(request.url)
    const kind = url.pathname.endsWith('/events') ? 'events' : 'changes'
    asked.push(`${kind} ${url.searchParams.get('since')}`)
    const problem = refused[kind]
    if (problem) return problemAnswer(problem)
    const answer = await handle(request.clone())
    if (kind === 'changes' || !answer.body) return answer
    return new Response(severable(answer.body, streams), answer)
  }
  return {
    api: createClient(carrier, `https://comments.test${BASE_PATH}`),
    asked,
    streams,
    /** Every stream that is open breaks off. */
    cut: () => streams.forEach((stream) => stream.cut()),
    /** What requests are answered with, of each kind. */
    refused,
    post: (body: string) =>
      service.postComment({ discussionId, parentId: null, author: { name: 'Ann' }, body }),
    importAnew: () => store.importDiscussion(batch, { replace: true }),
  }
}

/** The same stream, which can be cut from outside; it is in `open` until it ends. */
function severable(
  body: ReadableStream<Uint8Array>,
  open: Set<{ cut: () => void }>,
): ReadableStream<Uint8Array> {
  const reader = body.getReader()
  const ends: { cut: () => void } = { cut: () => undefined }
  return new ReadableStream({
    start(controller) {
      open.add(ends)
      ends.cut = () => {
        open.delete(ends)
        controller.error(new TypeError('network error'))
        void reader.cancel()
      }
    },
    async pull(controller) {
      const { done, value } = await reader.read()
      if (!open.has(ends)) return
      if (!done) return controller.enqueue(value)
      open.delete(ends)
      controller.close()
    },
    cancel() {
      open.delete(ends)
      return reader.cancel()
    },
  })
}
