import { readdir, readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { getMimeType } from 'hono/utils/mime'
import { answerWithContent, packContent, type Content } from './content.ts'
import { refusalPage } from './plainPage.ts'

/** The files of a build by their paths, such as `/embed.js`. */
export type Files = ReadonlyMap<string, Content>

/** The highest: a build is compressed once, when the server starts. */
const QUALITY = 11

/** Their content's hash is in their names. */
const HASHED = /^\/(assets|embed|moderate)\/[\w.-]+-[\w-]{8}\.\w+$/

/** What pages of other origins load. */
const EMBEDDED = /^\/embed(\/|\.js$|-frame\.)/

/** The page of moderators: in no frame, in nobody's cache, and found by no search. */
export const MODERATE_FILE = '/moderate.html'

/**
 * Reads and compresses all files of a folder: no other can be asked for, whatever stands in an address, and those that are there
 * stay what they were while a later build is written. What begins with a dot is left out, and so is the bare page, which is there
 * to be filled.
 */
export async function readFiles(folder: string): Promise<Files> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll(sep, '/'))
    .filter((path) => path !== '/index.html' && !path.includes('/.'))
  const packed = await Promise.all(
    paths.map(async (path): Promise<[string, Content]> => {
      const type = getMimeType(path) ?? 'application/octet-stream'
      return [
        path,
        await packContent(type, new Uint8Array(await readFile(join(folder, path))), { quality: QUALITY }),
      ]
    }),
  )
  return new Map(packed)
}

/** `framedBy` are the origins whose pages may show the frame of the element. */
export function answerWithFile(
  request: Request,
  path: string,
  files: Files,
  framedBy: readonly string[],
): Response {
  const file = files.get(path)
  if (!file) return refusalPage(404, 'Not found', 'There is no such page here. Check the address.')
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refusalPage(405, 'Not possible', 'This can only be read.', { Allow: 'GET, HEAD' })
  }
  const frames = path === '/embed-frame.html' ? framedBy : []
  return answerWithContent(request, file, {
    headers: {
      'Cache-Control': cachingOf(path),
      ...(EMBEDDED.test(path) && {
        'Access-Control-Allow-Origin': '*',
        'Cross-Origin-Resource-Policy': 'cross-origin',
      }),
      ...(path.endsWith('.html') && { 'Content-Security-Policy': framePolicy(frames) }),
      ...(path === MODERATE_FILE && {
        'Content-Security-Policy': "frame-ancestors 'none'",
        'X-Robots-Tag': 'noindex',
      }),
    },
  })
}

function cachingOf(path: string): string {
  if (path === MODERATE_FILE) return 'no-store'
  return HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'
}

/** Who may show a page in a frame: our own pages, and those of these origins. All else is in the policy that the page carries. */
export function framePolicy(origins: readonly string[]): string {
  return ["frame-ancestors 'self'", ...origins].join(' ')
}
