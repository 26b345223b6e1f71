import { readdir, readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { extname, join, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import { BASE_PATH } from '../../../src/api/basePath.ts'
import { answerOverHttp } from './answerOverHttp.ts'

/** One answer of the server. `bytes` is its length before compression, so far. */
export type Served = { kind: 'page' | 'file' | 'api'; url: string; bytes: number }

export type BenchServer = {
  origin: string
  /** What was served since the last call. */
  takeServed(): Served[]
  close(): Promise<void>
}

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.html': 'text/html; charset=utf-8',
}

type Packed = { type: string; bytes: number; gzip: Buffer }

/**
 * Serves `pages` by their addresses, the files of a build, and a backend at the contract's base path, all with gzip, on a
 * free port of the loopback address.
 */
export async function startBenchServer(
  folder: string,
  pages: ReadonlyMap<string, string>,
  handle: (request: Request) => Promise<Response>,
): Promise<BenchServer> {
  const files = await packFiles(folder)
  const packedPages = new Map(Array.from(pages, ([url, html]) => [url, pack('.html', Buffer.from(html))]))
  let served: Served[] = []

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const url = request.url ?? '/'
    const note: Served = { kind: 'page', url, bytes: 0 }
    served.push(note)
    if (url.startsWith(`${BASE_PATH}/`)) {
      note.kind = 'api'
      void answerOverHttp(request, response, handle, (bytes) => (note.bytes += bytes))
      return
    }
    const page = packedPages.get(url)
    if (page === undefined) note.kind = 'file'
    const packed = page ?? files.get(url)
    if (packed === undefined) {
      response.writeHead(404).end()
      return
    }
    note.bytes = packed.bytes
    const headers = { 'Content-Type': packed.type, 'Content-Encoding': 'gzip' }
    // The names of files tell their content.
    const kept = page === undefined ? { 'Cache-Control': 'max-age=31536000, immutable' } : {}
    response.writeHead(200, { ...headers, ...kept }).end(packed.gzip)
  }

  const server = createServer(answer)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return {
    origin: `http://127.0.0.1:${address.port}`,
    takeServed() {
      const taken = served
      served = []
      return taken
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function packFiles(folder: string): Promise<Map<string, Packed>> {
  const files = new Map<string, Packed>()
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const url = path.slice(folder.length).replaceAll(sep, '/')
    files.set(url, pack(extname(path), await readFile(path)))
  }
  return files
}

function pack(extension: string, content: Buffer): Packed {
  const type = TYPES[extension] ?? 'application/octet-stream'
  return { type, bytes: content.length, gzip: gzipSync(content) }
}
