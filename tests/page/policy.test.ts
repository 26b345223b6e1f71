import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { connectOf, policyOf, readPolicy, withPolicy } from '../../src/page/policy.ts'

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

test('only scripts and styles that stand in the page are allowed by their text, which counts as a parser has it', async () => {
  const markup = `<script>one()\r\ntwo()</script><script type="module">three()</script>
    <script src="/four.js"></script><script type="application/json">{"five":5}</script>
    <noscript><style media="all">six{}</style></noscript><style>six{}</style>`
  const policy = await policyOf(markup, '')
  expect(policy.split('; ')).toEqual(
    expect.arrayContaining([
      `default-src 'none'`,
      `script-src 'self' ${hash('one()\ntwo()')} ${hash('three()')}`,
      `style-src 'self' ${hash('six{}')}`,
      `connect-src 'self'`,
      `base-uri 'none'`,
      `form-action 'none'`,
      `require-trusted-types-for 'script'`,
    ]),
  )
})

test('a page carries the policy that was put in last, and no other', async () => {
  const policy = await policyOf('', 'https://comments.example')
  const html = withPolicy(withPolicy('<head><title>A</title></head>', `default-src 'self'`), policy)
  expect(readPolicy(html)).toBe(policy)
  expect(html.match(/http-equiv/g)).toHaveLength(1)
  expect(connectOf(policy)).toBe('https://comments.example')
})

test('what cannot stand in an attribute, or has no place in the page, is refused', () => {
  expect(() => withPolicy('<head></head>', `default-src 'none'"><script>`)).toThrow('attribute')
  expect(() => withPolicy('<html></html>', `default-src 'none'`)).toThrow('no head')
})
