import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { listen } from './listen.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

export type StaticHost = {
  origin: string
  /** The paths of what was asked for, with their queries, in turn. */
  asked: string[]
  /** Serves another folder from now on, as after a deployment. */
  serve(folder: string): void
  /** Takes requests from now on, and does not answer them. */
  hang(): void
  stop(): void
}

/** Serves a folder as a plain host does, which knows nothing of queries. */
export async function startStaticHost(folder: string): Promise<StaticHost> {
  const asked: string[] = []
  let served = folder
  let hangs = false
  const server = createServer((request, response) => {
    asked.push(request.url ?? '/')
    if (hangs) return
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const path = join(served, pathname.endsWith('/') ? `${pathname}index.html` : pathname)
    if (!existsSync(path) || !statSync(path).isFile()) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { 'Content-Type': TYPES[extname(path)] ?? 'text/plain; charset=utf-8' })
    createReadStream(path).pipe(response)
  })
  return {
    ...(await listen(server)),
    asked,
    serve: (other) => {
      served = other
    },
    hang: () => {
      hangs = true
    },
  }
}
