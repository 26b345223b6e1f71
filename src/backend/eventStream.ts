import type { ChangePage } from '../api/schemas.ts'
import { writeJson } from '../domain/writeJson.ts'

/** How often a stream says that it is there, in milliseconds; much that carries it closes what is silent for a minute. */
export const HEARTBEAT_MS = 20_000

/** At so many heartbeats that would stand unread, the reader is taken for gone: not everything on the way says so. */
export const UNREAD_LIMIT = 3

const encoder = new TextEncoder()
/** A comment, which readers pass over. */
const heartbeat = encoder.encode(':\n\n')

/**
 * Pages of changes as server-sent events, once the first page is here; rejects as that does. The pages are asked for no
 * faster than they are read. `quit` is called when nobody reads them any more, and has to end them. What they fail with
 * later ends the stream, and is told to `onError`: the reader comes again, and is then answered with the problem.
 */
export async function openEventStream(
  pages: AsyncIterable<ChangePage>,
  quit: () => void,
  onError: (error: unknown) => void,
): Promise<ReadableStream<Uint8Array>> {
  const iterator = pages[Symbol.asyncIterator]()
  let next: Promise<IteratorResult<ChangePage, unknown>> | null = iterator.next()
  await next
  let timer: ReturnType<typeof setInterval> | undefined
  let isOver = false
  const end = () => {
    isOver = true
    clearInterval(timer)
    quit()
    iterator.return?.().catch(() => undefined)
  }
  return new ReadableStream({
    start(controller) {
      controller.enqueue(heartbeat)
      let unread = 0
      timer = setInterval(() => {
        unread = (controller.desiredSize ?? 0) > 0 ? 0 : unread + 1
        if (unread === 0) controller.enqueue(heartbeat)
        if (unread < UNREAD_LIMIT) return
        end()
        controller.close()
      }, HEARTBEAT_MS)
    },
    async pull(controller) {
      try {
        const { done, value } = await (next ?? iterator.next())
        next = null
        if (isOver) return
        if (!done) return controller.enqueue(encoder.encode(eventOf(value)))
      } catch (error) {
        if (isOver) return
        onError(error)
      }
      end()
      controller.close()
    },
    cancel: end,
  })
}

function eventOf(page: ChangePage): string {
  return `id: ${page.version}\nevent: changes\ndata: ${writeJson(page)}\n\n`
}
