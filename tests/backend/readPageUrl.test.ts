import fc from 'fast-check'
import { expect, test } from 'vitest'
import { problemOf } from '../../src/api/problem.ts'
import { readPageUrl, URL_LIMIT } from '../../src/backend/readPageUrl.ts'

test.for([
  ['https://blog.example', 'https://blog.example/'],
  ['http://Blog.Example:80/A b?c=d&e', 'http://blog.example/A%20b?c=d&e'],
  ['https://blog.example/a/../b#comment-1', 'https://blog.example/b'],
  ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
  ['https://[::1]:8080/', 'https://[::1]:8080/'],
] as const)('%s is kept as %s', ([text, kept]) => {
  expect(readPageUrl(text)).toBe(kept)
})

// Attempts among them, which are there to be refused.
test.for([
  '',
  'blog.example',
  'https:blog.example',
  'https:/blog.example',
  'https://',
  ' https://blog.example/',
  'https://blog.example/\t',
  'https://blog.example/\u0085',
  'https://user@blog.example/',
  'https://:password@blog.example/',
  'https://blog.example:99999/',
  'javascript:alert(1)',
  'javascript://blog.example/%0aalert(1)',
  'data:text/html,https://blog.example/',
  'view-source:https://blog.example/',
  'blob:https://blog.example/1',
])('%j is no address of a page', (text) => {
  expect(refusalOf(text)).toMatchObject({ code: 'invalid', field: 'url' })
})

test('an address may be as long as the limit once it is written as browsers do', () => {
  const room = URL_LIMIT - 'https://a.example/'.length
  expect(readPageUrl(`https://a.example/${'x'.repeat(room)}#${'y'.repeat(99)}`)).toHaveLength(URL_LIMIT)
  const length = URL_LIMIT + 1
  expect(refusalOf(`https://a.example/${'x'.repeat(room - 2)}é`)).toMatchObject({
    code: 'too-long',
    length: length + 3,
  })
})

test('what is kept is an address of the web in ASCII, and is kept as it is when it is read again', () => {
  const anyAddress = fc.oneof(
    fc.webUrl({
      withFragments: true,
      withQueryParameters: true,
      validSchemes: ['http', 'https', 'HTTPS', 'ftp'],
    }),
    fc.string({ unit: 'binary' }).map((text) => `https://blog.example/${text}`),
    fc
      .string({ unit: fc.constantFrom('/', ':', '@', '#', '?', '\\', 'a', '.', 'é', '\n') })
      .map((text) => `https://${text}`),
  )
  fc.assert(
    fc.property(anyAddress, (text) => {
      const kept = readIfOne(text)
      fc.pre(kept !== null)
      expect(kept).toMatch(/^https?:\/\/[^@/\\]+\/[\x21-\x7e]*$/)
      expect(readPageUrl(kept)).toBe(kept)
    }),
  )
})

function readIfOne(text: string): string | null {
  try {
    return readPageUrl(text)
  } catch {
    return null
  }
}

function refusalOf(text: string) {
  try {
    return readPageUrl(text)
  } catch (error) {
    return problemOf(error)
  }
}
