import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { fillTemplate, type PageParts } from '../../src/page/fillTemplate.ts'
import { escapeHtml, scriptJson, voidElement } from '../../src/domain/markup.ts'
import { policyOf, readPolicy, withPolicy } from '../../src/page/policy.ts'

const TEMPLATE = `<!doctype html>
<html lang="en">
  <head>
    <meta name="description" content="Bare." />
    <title>Bare</title>
    <script type="module" crossorigin src="/assets/shared.js"></script>
    <script type="module" crossorigin src="/assets/index.js"></script>
    <style>a{}</style>
  </head>
  <body>
    <div id="page"></div>
    <noscript data-bare>Bare.</noscript>
    <script>theme()</script>
  </body>
</html>`

const READY = `<script id="page-ready">document.currentScript.remove();\ntheme();\nbefore()</script>`

const parts: PageParts = {
  articleId: 'sample',
  head: '<title>Title</title>',
  content: '<p>Content</p>',
  beforePaint: 'before()',
  data: { a: 1 },
  structuredData: { b: 2 },
}

test('the parts stand in their places, scripts after the content, and the module is fetched once it is drawn', async () => {
  const html = await fillTemplate(TEMPLATE, parts)
  const order = [
    '<title>Title</title>',
    '<style>',
    '<div id="page" data-article="sample"><p>Content</p>',
    `${READY}</div>`,
    '<script type="application/json" id="page-data">{"a":1}</script>',
    '<script type="application/ld+json">{"b":2}</script>',
    'const paths = ["/assets/shared.js","/assets/index.js"]',
    'import(path)',
    '</body>',
  ].map((part) => html.indexOf(part))
  expect(order).not.toContain(-1)
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  expect(html).not.toMatch(/Bare|type="module"/)
})

test('what readies the page comes right after its first comment, and not again', async () => {
  const comment = (id: string) =>
    `<li><article id="comment-${id}"><p>${escapeHtml('</article>')}</p></article><ol></ol></li>`
  const content = `<article>News</article><ol>${comment('1')}${comment('2')}</ol>`
  const html = await fillTemplate(TEMPLATE, { ...parts, content })
  expect(html).toContain(`&lt;/article&gt;</p></article>${READY}<ol></ol></li><li>`)
  expect(html.match(/before\(\)|theme\(\)/g)).toHaveLength(2)
})

test('what looks like a pattern of replacements is text', async () => {
  expect(await fillTemplate(TEMPLATE, { ...parts, content: "$& $' $` $1 $$" })).toContain(
    "$& $' $` $1 $$<script id=",
  )
})

test.for([
  ['no place', TEMPLATE.replace('<div id="page"></div>', '')],
  ['two places', TEMPLATE.replace('<div id="page"></div>', '<div id="page"></div><div id="page"></div>')],
  ['no module', TEMPLATE.replaceAll('type="module"', '')],
])('a bare page with %s is refused', async ([, template = '']) => {
  await expect(fillTemplate(template, parts)).rejects.toThrow(/The bare page has \d places for/)
})

describe('under a policy', () => {
  const connect = 'https://comments.example'

  test('the page has the one of the bare page, with the hashes of its own scripts and styles', async () => {
    const bare = withPolicy(TEMPLATE, await policyOf(TEMPLATE, connect))
    const content = '<p style="--lines:3">Content</p>'
    const html = await fillTemplate(bare, { ...parts, content })
    const policy = readPolicy(html) ?? ''
    expect(html.match(/Content-Security-Policy/g)).toHaveLength(1)
    expect(html).toContain('<p data-style="0">')
    expect(policy).toContain(`connect-src 'self' ${connect};`)
    const inline = [
      READY.replace(/<[^>]*>/g, ''),
      'a{}',
      '[data-style="0"]{--lines:3}',
      html.slice(html.lastIndexOf('<script>') + 8, html.lastIndexOf('</script>')),
    ]
    expect(policy.match(/'sha256-[^']+'/g)?.toSorted()).toEqual(inline.map(hash).toSorted())
  })

  test('nothing that people wrote is ever allowed, even if it came as markup', async () => {
    const evil = '<script>evil()</script><style>evil{}</style>'
    const bare = withPolicy(TEMPLATE, await policyOf(TEMPLATE, ''))
    const [plain, hostile] = await Promise.all([
      fillTemplate(bare, parts),
      fillTemplate(bare, { ...parts, content: evil, head: evil, articleId: evil }),
    ])
    expect(hostile).toContain(evil)
    expect(readPolicy(hostile)).toBe(readPolicy(plain))
  })

  test('a bare page without one gives a page without one', async () => {
    expect(readPolicy(await fillTemplate(TEMPLATE, parts))).toBeNull()
  })
})

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

describe('any text', () => {
  const hostile = fc.oneof(
    fc.string(),
    fc
      .array(fc.constantFrom('<', '/', 'script', '>', '<!--', '-->', ']]>', '"', "'", '&', 'amp;', '\u2028'))
      .map((pieces) => pieces.join('')),
  )

  test('in JSON ends no script, and is the same when it is read', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const json = scriptJson({ text })
        expect(json).not.toContain('<')
        expect(JSON.parse(json)).toEqual({ text })
      }),
    )
  })

  test('in HTML ends no element and no attribute', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"']/)
        expect(voidElement('meta', { content: text, left: null })).toMatch(/^<meta content="[^"<>]*" \/>$/)
      }),
    )
  })
})
