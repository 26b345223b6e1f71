import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildPage } from '../support/buildPage.ts'

/** What gives away the parts of the backend in the browser, once the page is minified. */
const TRACES = {
  MSW: 'MOCK_ACTIVATE',
  'the name of its worker': 'mockServiceWorker',
  'the storage': 'threadRank',
  'the transcripts': 'transcripts/',
  'the parser': 'not-a-transcript',
  'the handler': 'urn:soundoff:problem',
}

/** What is there whatever the backend of our own page is. */
const OTHERS = ['embed-demo.html', 'embed-frame.html']

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soundoff-build-'))
  await Promise.all([
    buildPage(join(folder, 'real'), { VITE_BACKEND: 'https://comments.example/api/v1/' }),
    buildPage(join(folder, 'browser'), { VITE_BACKEND: 'browser' }),
  ])
})

afterAll(() => rm(folder, { recursive: true, force: true }))

test('a build for a real backend has its address in it, and nothing of the backend in the browser', async () => {
  const { names, code } = await read('real')
  expect(code).toContain('https://comments.example/api/v1')
  expect(names.filter((name) => /mockServiceWorker|transcripts|startBackend/.test(name))).toEqual([])
  expect(tracesIn(code)).toEqual([])
})

test('a build for a real backend has no article of its own: its page is bare', async () => {
  const { names } = await read('real')
  expect(pagesIn(names)).toEqual([...OTHERS, 'index.html', 'moderate.html'])
  expect(await readFile(join(folder, 'real/index.html'), 'utf8')).toContain('<div id="page"></div>')
})

test('a build for the backend in the browser has all of it', async () => {
  const { names, code } = await read('browser')
  expect(names).toEqual(expect.arrayContaining(['mockServiceWorker.js', 'transcripts/index.json']))
  expect(tracesIn(code)).toEqual(Object.keys(TRACES))
  expect(pagesIn(names)).toEqual([
    'articles/kerry-to-urge-china.html',
    'bare.html',
    ...OTHERS,
    'index.html',
    'moderate.html',
  ])
})

test('a build for an address that is none fails and says what is allowed', async () => {
  const building = buildPage(join(folder, 'none'), { VITE_BACKEND: 'comments.example' })
  await expect(building).rejects.toThrow(/VITE_BACKEND is "browser", an address .*; not "comments\.example"/)
})

async function read(build: string): Promise<{ names: string[]; code: string }> {
  const names = await readdir(join(folder, build), { recursive: true })
  const scripts = names.filter((name) => /^assets.*\.js$/.test(name))
  const texts = await Promise.all(scripts.map((name) => readFile(join(folder, build, name), 'utf8')))
  return { names, code: texts.join('\n') }
}

function pagesIn(names: readonly string[]): string[] {
  return names.filter((name) => name.endsWith('.html')).toSorted()
}

function tracesIn(code: string): string[] {
  return Object.entries(TRACES).flatMap(([part, trace]) => (code.includes(trace) ? [part] : []))
}
