import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { DiscussionId } from '../../src/domain/ids.ts'
import type { Build } from '../../src/hosts/node/createSite.ts'
import { loadBuild } from '../../src/hosts/node/loadBuild.ts'
import { openMemoryBackend } from '../support/memoryBackend.ts'
import { renderPage } from '../../src/prerender.tsx'
import { importOf } from '../backend/imports.ts'
import { askPlainly as askAt } from '../support/askPlainly.ts'
import { startNodeServer, type StartedServer } from '../support/nodeServer.ts'

const blog = 'https://blog.example'
const script = `export const loaded = ${'"a text that repeats itself, "'.repeat(60)}`

let folder: string
let build: Build
/** How often a page was drawn. */
let drawn = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soundoff-server-'))
  const files: Record<string, string> = {
    'secret.txt': 'beside the site',
    'site/index.html': await bareTemplate(),
    'site/embed.js': script,
    'site/embed/application-Ab_12-cd.js': script,
    'site/embed-frame.html': '<!doctype html>',
    'site/moderate.html': '<!doctype html>',
    'site/moderate/desk-Ab_12-cd.js': script,
    'site/assets/index-DkQ4hW2a.js': script,
    'site/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg" />',
    'site/.vite/manifest.json': '{}',
    'pages/prerender.js': 'export const renderPage = async () => "<p>drawn</p>"',
  }
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  const loaded = await loadBuild(folder)
  build = {
    ...loaded,
    renderPage: (options) => {
      drawn += 1
      return renderPage(options)
    },
  }
})
afterAll(() => rm(folder, { recursive: true }))

let server: StartedServer
const start = async (environment: Record<string, string> = {}) => {
  drawn = 0
  server = await startNodeServer({
    environment: { SOUNDOFF_ORIGINS: blog, ...environment },
    build,
    seed: [importOf('first', [['a', null, 1, 'Ann', 'Hello <b>there</b>']]), importOf('second', [])],
  })
}
beforeEach(() => start())
afterEach(() => server.stop())

const ask = (path: string, init?: RequestInit) => fetch(server.origin + path, init)
const askPlainly = (path: string, headers?: Record<string, string>) => askAt(server.origin, path, headers)

describe('the files of a build', () => {
  test.for([
    ['/embed.js', 'no-cache', 'cross-origin', '*'],
    ['/embed/application-Ab_12-cd.js', 'public, max-age=31536000, immutable', 'cross-origin', '*'],
    ['/assets/index-DkQ4hW2a.js', 'public, max-age=31536000, immutable', 'same-origin', null],
    ['/moderate/desk-Ab_12-cd.js', 'public, max-age=31536000, immutable', 'same-origin', null],
    ['/moderate', 'no-store', 'same-origin', null],
    ['/moderate.html', 'no-store', 'same-origin', null],
    ['/favicon.svg', 'no-cache', 'same-origin', null],
  ] as const)('%s is kept as %s, for pages of %s', async ([path, kept, resource, origin]) => {
    const { status, headers } = await ask(path)
    expect([status, headers.get('Cache-Control')]).toEqual([200, kept])
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe(resource)
    expect(headers.get('Access-Control-Allow-Origin')).toBe(origin)
  })

  test('are compressed as the other side takes them, each form with a tag of its own', async () => {
    const tags = new Set<string | undefined>()
    for (const [accepted, encoding, read] of [
      ['br, gzip', 'br', brotliDecompressSync],
      ['gzip;q=0.5, br;q=0', 'gzip', gunzipSync],
      ['deflate', undefined, (bytes: Buffer) => bytes],
    ] as const) {
      const { headers, body } = await askPlainly('/embed.js', { 'Accept-Encoding': accepted })
      expect(headers['content-encoding']).toBe(encoding)
      expect(headers['vary']).toBe('Accept-Encoding')
      expect(headers['content-length']).toBe(String(body.length))
      expect(read(body).toString()).toBe(script)
      tags.add(headers.etag)
      const again = { 'Accept-Encoding': accepted, 'If-None-Match': `"other", ${headers.etag}` }
      const { status, body: none } = await askPlainly('/embed.js', again)
      expect([status, none.length]).toEqual([304, 0])
    }
    expect(tags.size).toBe(3)
  })

  test.for([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/.vite/manifest.json',
    '//etc/passwd',
    '/assets',
    '/assets/',
    '/embed.js/',
    '/embed.js%00',
    '/package/index.js',
    '/toString',
  ])('%s is not one of them', async (path) => {
    const { status, headers, body } = await askPlainly(path)
    expect([status, headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
    expect(body.toString()).not.toContain('beside the site')
  })

  test('can be shown in frames by nobody else, but for the one that is there for it', async () => {
    expect((await ask('/embed-frame.html')).headers.get('Content-Security-Policy')).toBe(
      `frame-ancestors 'self' ${blog}`,
    )
    expect((await ask('/')).headers.get('Content-Security-Policy')).toBe("frame-ancestors 'self'")
  })

  test.for(['/moderate', '/moderate.html'])(
    'at %s moderators work, in no frame, and where no search looks',
    async (path) => {
      const { headers } = await ask(path)
      expect(headers.get('Content-Type')).toBe('text/html; charset=utf-8')
      expect(headers.get('Content-Security-Policy')).toBe("frame-ancestors 'none'")
      expect(headers.get('X-Robots-Tag')).toBe('noindex')
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
      expect((await ask(path, { method: 'POST' })).status).toBe(405)
    },
  )

  test('are only read', async () => {
    const { status, headers } = await ask('/embed.js', { method: 'POST', body: 'a' })
    expect([status, headers.get('Allow')]).toEqual([405, 'GET, HEAD'])
    const head = await ask('/embed.js', { method: 'HEAD', headers: { 'Accept-Encoding': 'identity' } })
    expect([head.status, head.headers.get('Content-Length')]).toEqual([200, String(script.length)])
  })
})

describe('the page of an article', () => {
  test.for(['/articles/first', '/articles/first.html', '/?article=first'])(
    'stands in %s as it is',
    async (path) => {
      const response = await ask(path)
      const html = await response.text()
      expect([response.status, response.headers.get('Content-Type')]).toEqual([
        200,
        'text/html; charset=utf-8',
      ])
      expect(html).toContain('<title>Article first</title>')
      expect(html).toContain('Hello &lt;b&gt;there&lt;/b&gt;')
      // What is typed early is kept for the backend that the page will ask.
      expect(html).toContain(`soundoff@${server.origin}/api/v1:name`)
    },
  )

  test('is the newest at /, or the one that is named', async () => {
    expect(await (await ask('/')).text()).toContain('<title>Article second</title>')
    await server.stop()
    await start({ SOUNDOFF_ARTICLE: 'first', SOUNDOFF_PUBLIC_URL: 'https://comments.example' })
    const html = await (await ask('/')).text()
    expect(html).toContain('<title>Article first</title>')
    expect(html).toContain('soundoff@https://comments.example/api/v1:name')
  })

  test('is drawn once for all who ask for it, and anew once its discussion has changed', async () => {
    const responses = await Promise.all(Array.from({ length: 50 }, () => ask('/articles/first')))
    const tags = new Set(responses.map(({ headers }) => headers.get('ETag')))
    expect([tags.size, drawn]).toEqual([1, 1])
    const [tag = null] = tags
    const known = { headers: { 'If-None-Match': tag ?? '' } }
    expect((await ask('/articles/first', known)).status).toBe(304)

    await fetch(`${server.origin}/api/v1/discussions/first/comments`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ author: { name: 'Bob' }, body: 'News' }),
    })
    const changed = await ask('/articles/first', known)
    expect([changed.status, drawn]).toEqual([200, 2])
    expect(await changed.text()).toContain('News')
  })

  test.for([
    '/articles/none',
    '/articles/..%2f..%2fsecret',
    '/?article=none',
    '/?article=%3Cscript%3E',
    '/?article=',
  ])('is told not to be at %s', async (path) => {
    const response = await ask(path)
    expect([response.status, response.headers.get('Cache-Control')]).toEqual([404, 'no-store'])
    expect(await response.text()).toContain('There is no such article here.')
  })

  test('is told to be out of reach where its store is, and is drawn once it is back', async () => {
    const { backend } = server
    let isThere = false
    const store = {
      ...backend.store,
      readDiscussion: (id: DiscussionId) =>
        isThere ? backend.store.readDiscussion(id) : Promise.reject(new Error('gone')),
    }
    const other = await startNodeServer({ backend: openMemoryBackend(store), build })
    const response = await fetch(`${other.origin}/articles/first`)
    expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '10'])
    expect(await response.text()).not.toContain('gone')
    isThere = true
    expect((await fetch(`${other.origin}/articles/first`)).status).toBe(200)
    await other.stop()
  })
})

test('a build that is not there is told with the way to it', async () => {
  await expect(loadBuild(join(folder, 'nowhere'))).rejects.toThrow(
    /There is no build .* "npm run serve" makes one/,
  )
})

/** As the build makes it of `index.html`, but for styles and policy. */
async function bareTemplate(): Promise<string> {
  const html = await readFile('index.html', 'utf8')
  return html
    .replace(/<script type="module".*<\/script>/, '')
    .replace('</head>', '<script type="module" src="/assets/index-DkQ4hW2a.js"></script></head>')
}
