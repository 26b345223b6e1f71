import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { inject, onTestFinished } from 'vitest'
import type { MayOpen } from '../../src/backend/openDiscussion.ts'
import type { Import } from '../../src/backend/store.ts'
import type { CommentsServer } from './commentsServer.ts'
import { isOnServer } from './host.ts'
import { listen } from './listen.ts'
import { openPage, type PageOptions } from './openPage.ts'
import { readTranscript } from './readTranscript.ts'
import { startComments } from './startComments.ts'

/** The origins that a page of somebody's has to do with, none of which is another's, but that a server is both of the latter. */
export type Origins = {
  /** Of the page itself. */
  page: string
  /** Of `embed.js`. */
  embed: string
  /** Of the backend. */
  backend: string
}

type Written = string | ((origins: Origins) => string)

export type HostPageOptions = Omit<PageOptions, 'origin'> & {
  /** The whole page, or what `wrapPage` puts into one. */
  html: Written
  headers?: (origins: Origins) => Record<string, string>
  /** Further pages of the site, by path. */
  others?: Readonly<Record<string, Written>>
  path?: string
  seed?: readonly Import[]
  mayOpen?: MayOpen
}

export type HostPage = { page: Page; context: BrowserContext; server: CommentsServer; origins: Origins }

/** Somebody's page, with a backend that holds the sample discussion, each on an origin of its own. */
export async function openHostPage({
  html,
  headers = () => ({}),
  others = {},
  path = '/',
  seed = [readKerry()],
  mayOpen,
  expected = [],
  ...options
}: HostPageOptions): Promise<HostPage> {
  const site = await startHostSite((asked) => {
    const written = asked === '/' ? html : others[asked]
    if (written === undefined) return null
    const text = typeof written === 'string' ? written : written(origins)
    return { text, headers: headers(origins) }
  })
  const server = await startComments({
    allowedOrigins: isOnServer ? [site.origin] : [site.origin, inject('pageOrigin')],
    seed,
    ...(mayOpen && { mayOpen }),
  })
  const embed = isOnServer ? server.origin : inject('pageOrigin')
  const origins = { page: site.origin, embed, backend: server.origin }
  onTestFinished(async () => {
    site.stop()
    await server.close()
  })
  const known = [origins.embed, origins.backend].map((origin) => new RegExp(`^other origin: ${origin}/`))
  const opened = await openPage(path, { ...options, origin: origins.page, expected: [...expected, ...known] })
  return { ...opened, server, origins }
}

/** The sample discussion, by its own id or another. */
export function readKerry(id = 'kerry-to-urge-china'): Import {
  const path = join(import.meta.dirname, '../../public/transcripts/kerry-to-urge-china.txt')
  return readTranscript(readFileSync(path, 'utf8'), { id })
}

/** A plain page around `body`, with the loader. */
export function wrapPage(body: string, { embed }: Pick<Origins, 'embed'>, head = ''): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Somebody’s page</title>
    <link rel="icon" href="data:,">${head}
    <script type="module" src="${embed}/embed.js"></script></head><body>${body}</body></html>`
}

/** The element with the sample discussion. */
export function element({ backend }: Pick<Origins, 'backend'>, attributes = '', content = ''): string {
  return `<soundoff-discussion discussion="kerry-to-urge-china" backend="${backend}" ${attributes}>${content}</soundoff-discussion>`
}

type Answer = { text: string; headers: Record<string, string> } | null

/** A site of somebody's, which answers with that. */
export async function startHostSite(
  answer: (path: string) => Answer,
): Promise<{ origin: string; stop(): void }> {
  const server = createServer((request, response) => {
    const page = answer(new URL(request.url ?? '/', 'http://localhost').pathname)
    response.writeHead(page ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8', ...page?.headers })
    response.end(page?.text)
  })
  return listen(server)
}
