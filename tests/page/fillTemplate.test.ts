import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fillTemplate, type PageParts } from '../../src/page/fillTemplate.ts'
import { escapeHtml, scriptJson, voidElement } from '../../src/page/markup.ts'

const TEMPLATE = `<!doctype html>
<html lang="en">
  <head>
    <meta name="description" content="Bare." />
    <title>Bare</title>
    <script type="module" crossorigin src="/assets/index.js"></script>
    <link rel="modulepreload" crossorigin href="/assets/shared.js">
    <style>a{}</style>
  </head>
  <body>
    <div id="page"></div>
    <noscript data-bare>Bare.</noscript>
    <script>theme()</script>
  </body>
</html>`

const parts: PageParts = {
  articleId: 'sample',
  head: '<title>Title</title>',
  content: '<p>Content</p>',
  beforePaint: 'before()',
  data: { a: 1 },
  structuredData: { b: 2 },
}

test('the parts stand in their places, scripts after the content, and the module is fetched once it is drawn', () => {
  const html = fillTemplate(TEMPLATE, parts)
  const order = [
    '<title>Title</title>',
    '<style>',
    '<div id="page" data-article="sample"><p>Content</p></div>',
    '<script>theme()</script>',
    '<script>before()</script>',
    '<script type="application/json" id="page-data">{"a":1}</script>',
    '<script type="application/ld+json">{"b":2}</script>',
    'const paths = ["/assets/index.js","/assets/shared.js"]',
    'import(path)',
    '</body>',
  ].map((part) => html.indexOf(part))
  expect(order).not.toContain(-1)
  expect(order).toEqual(order.toSorted((a, b) => a - b))
  expect(html).not.toMatch(/Bare|type="module"|modulepreload/)
})

test('what looks like a pattern of replacements is text', () => {
  expect(fillTemplate(TEMPLATE, { ...parts, content: "$& $' $` $1 $$" })).toContain("$& $' $` $1 $$</div>")
})

test.for([
  ['no place', TEMPLATE.replace('<div id="page"></div>', '')],
  ['two places', TEMPLATE.replace('<div id="page"></div>', '<div id="page"></div><div id="page"></div>')],
  ['no module', TEMPLATE.replace('type="module"', '')],
])('a bare page with %s is refused', ([, template = '']) => {
  expect(() => fillTemplate(template, parts)).toThrow(/The bare page has \d places for/)
})

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
