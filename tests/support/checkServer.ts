import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { listen } from './listen.ts'

export type CheckServer = {
  url: string
  /** What it was asked, in order. */
  asked: unknown[]
  close(): Promise<void>
}

/** A little server that is asked about texts, and answers as `answer` says. */
export async function startCheckServer(
  answer: (asked: { text?: string }, response: ServerResponse, request: IncomingMessage) => void,
): Promise<CheckServer> {
  const asked: unknown[] = []
  async function hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request)
    const read: { text?: string } = body === '' ? {} : JSON.parse(body)
    asked.push(read)
    answer(read, response, request)
  }
  const server = createServer((request, response) => void hear(request, response))
  const { origin, stop } = await listen(server)
  return {
    url: `${origin}/check?key=of-the-site`,
    asked,
    close: stop,
  }
}
