import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pageKey, pageKeys } from '../../src/hosts/worker/pageKeys.ts'
import { requestKind, type AskedFor } from '../../src/hosts/worker/requestKind.ts'
import type { WorkerSettings } from '../../src/hosts/worker/settings.ts'

const SCOPE = 'https://page.example/site/'
const API = 'https://comments.example/api/v1'
const browser: WorkerSettings = {
  build: 'b1',
  shell: ['', 'bare.html', 'assets/index-a1.js', 'favicon.svg'],
  files: ['transcripts/one.txt'],
  bare: 'bare.html',
  backend: null,
  answerHeader: 'Soundoff-Api',
}
const real: WorkerSettings = { ...browser, backend: `${API}/` }

function ask(path: string, options: Partial<AskedFor> = {}): AskedFor {
  const url = new URL(path, SCOPE).href
  return { url, method: 'GET', mode: 'cors', cache: 'default', headers: new Headers(), ...options }
}

const navigate = (path: string) => ask(path, { mode: 'navigate' })

describe('the worker answers', () => {
  test.for([
    [navigate('.'), 'page'],
    [navigate('?article=one'), 'page'],
    [navigate('bare.html'), 'page'],
    [navigate('articles/one.html'), 'page'],
    [ask('assets/index-of-another-build.js'), 'hashed'],
    [ask('favicon.svg'), 'file'],
    [ask('transcripts/one.txt'), 'file'],
  ] as const)('%o as a %s', ([request, kind]) => {
    expect(requestKind(request, SCOPE, browser)).toBe(kind)
    expect(requestKind(request, SCOPE, real)).toBe(kind)
  })

  test('what is read of a real backend, and of no other', () => {
    expect(requestKind(ask(`${API}/articles/one`), SCOPE, real)).toBe('answer')
    expect(requestKind(ask(`${API}/articles/one`), SCOPE, browser)).toBeNull()
    expect(requestKind(ask('/api/v1/articles/one'), SCOPE, browser)).toBeNull()
    const beside = { ...real, backend: '/api/v1' }
    expect(requestKind(ask('/api/v1/articles/one'), SCOPE, beside)).toBe('answer')
  })
})

describe('the worker leaves alone', () => {
  test.for([
    ['a page of another application of the origin', navigate('/other/')],
    ['a page that is none of ours', navigate('about/us.html')],
    ['a file that is opened by itself', navigate('transcripts/one.txt')],
    ['a transcript that is not of the build', ask('transcripts/generated-100000.txt')],
    ['a part of a file', ask('assets/index-a1.js', { headers: new Headers({ Range: 'bytes=0-' }) })],
    ['another origin', ask('https://elsewhere.example/assets/index-a1.js')],
    ['an origin that begins as the backend', ask(`${API}.evil.example/articles/one`)],
    ['what became of a key', ask(`${API}/idempotency/k1`)],
    ['news', ask(`${API}/discussions/one/changes?since=1`)],
    ['what is searched for', ask(`${API}/discussions/one/search?q=a`)],
    ['whether it is there', ask(`${API}/health`)],
    ['a stream', ask(`${API}/discussions/one/events?since=1`)],
    ['what asks for a stream', ask(`${API}/x`, { headers: new Headers({ Accept: 'text/event-stream' }) })],
    ['what shows a right', ask(`${API}/x`, { headers: new Headers({ Authorization: 'Bearer a' }) })],
  ] as const)('%s', ([, request]) => {
    expect(requestKind(request, SCOPE, real)).toBeNull()
  })

  test('whatever is not read', () => {
    const paths = fc.constantFrom(
      '.',
      'bare.html',
      'assets/index-a1.js',
      'favicon.svg',
      `${API}/articles/one`,
    )
    const methods = fc.constantFrom('POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD')
    const modes = fc.constantFrom('navigate', 'cors', 'no-cors', 'same-origin') as fc.Arbitrary<RequestMode>
    fc.assert(
      fc.property(paths, methods, modes, (path, method, mode) => {
        expect(requestKind(ask(path, { method, mode }), SCOPE, real)).toBeNull()
      }),
    )
  })
})

describe('a page is kept', () => {
  test('under its address, of whose query only the article counts', () => {
    const keys = ['?faults=fail:1#a', 'index.html', '?reset', '.'].map((path) =>
      pageKey(new URL(path, SCOPE).href, SCOPE),
    )
    expect(new Set(keys)).toEqual(new Set([SCOPE]))
    expect(pageKey(`${SCOPE}?utm=1&article=a%20b`, SCOPE)).toBe(`${SCOPE}?article=a+b`)
  })

  test('for every address that shows the same article', () => {
    expect(pageKeys(`${SCOPE}?article=one`, SCOPE)).toEqual([
      `${SCOPE}?article=one`,
      `${SCOPE}articles/one.html`,
    ])
    expect(pageKeys(`${SCOPE}articles/one.html`, SCOPE)).toEqual([
      `${SCOPE}articles/one.html`,
      `${SCOPE}?article=one`,
    ])
    expect(pageKeys(SCOPE, SCOPE)).toEqual([SCOPE])
  })
})
