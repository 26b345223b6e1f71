import { createServer } from 'node:http'
import { answerOverHttp } from '../bench/page/answerOverHttp.ts'
import { listen } from './listen.ts'

export type ApiHost = {
  origin: string
  /** From now on every request is cut off before it is answered, until it is called with `false`. */
  die(isDead?: boolean): void
  stop(): void
}

/** Serves a handler to pages of any origin. */
export async function startApiHost(handle: (request: Request) => Promise<Response>): Promise<ApiHost> {
  let isDead = false
  const server = createServer((request, response) => {
    if (isDead) {
      request.destroy()
      return
    }
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.setHeader('Access-Control-Allow-Headers', '*')
    response.setHeader('Access-Control-Allow-Methods', '*')
    response.setHeader('Access-Control-Expose-Headers', '*')
    if (request.method === 'OPTIONS') response.writeHead(204).end()
    else void answerOverHttp(request, response, handle, () => undefined)
  })
  return {
    ...(await listen(server)),
    die(next = true) {
      isDead = next
      if (next) server.closeAllConnections()
    },
  }
}
