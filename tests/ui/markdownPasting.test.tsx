import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { markdownFromHtml } from '../../src/ui/markdown/markdownFromHtml.ts'
import { blocksText } from '../../src/ui/markdown/markdownTree.ts'
import { parseMarkdown } from '../../src/ui/markdown/parseMarkdown.ts'

describe('of pasted HTML', () => {
  test.for([
    ['bold', '<b>a</b> and <strong>b</strong>', '**a** and **b**'],
    ['italic', '<i>a</i> and <em>b</em>', '*a* and *b*'],
    ['bold by its style', '<span style="font-weight: 700">a</span> b', '**a** b'],
    [
      'bold by its style, beside other attributes',
      `<span title='a > b'STYLE="color: red; font-weight:bold">a</span> b`,
      '**a** b',
    ],
    [
      'words that look like attributes',
      '<p>a style=b onclick=c &lt;b style="d"></p>',
      'a style=b onclick=c <b style="d">',
    ],
    ['bold that is none', '<b style="font-weight:normal"><p>a</p><p>b</p></b>', 'a\n\nb'],
    ['space at the end of what is bold', '<b>a </b>b', '**a** b'],
    ['bold beside bold', '<b>a</b><strong>b</strong>', '**ab**'],
    ['bold around italic', '<b>a <i>b</i> c</b>', '**a *b* c**'],
    ['italic beside bold', '<b>a</b><i>b</i>', '**a***b*'],
    ['bold that Markdown cannot end there', '<b>a:</b>b', 'a:b'],
    ['code', '<code>a*b</code> <tt>c`d</tt>', '`a*b` ``c`d``'],
    ['a block of code', '<pre>a\n  *b*\n\n```</pre>', '````\na\n  *b*\n\n```\n````'],
    ['a link', '<a href="https://a.example/b_(c)">d <b>e</b></a>', '[d **e**](https://a.example/b_%28c%29)'],
    ['a link to a script', '<a href="javascript:alert(1)">a</a>', 'a'],
    ['a link within a site', '<a href="/a">b</a>', 'b'],
    ['a quotation', '<blockquote><p>a</p><p>b<br>c</p></blockquote>d', '> a\n>\n> b\n> c\n\nd'],
    ['a list', '<ul><li>a</li><li><p>b</p><ul><li>c</li></ul></li></ul>', '- a\n- b\n  - c'],
    ['a list that stands in a list', '<ul><li>a</li><ul><li>b</li></ul></ul>', '- a\n- - b'],
    ['a numbered list', '<ol start="9"><li>a</li><li>b</li></ol>', '9. a\n10. b'],
    ['a list of paragraphs', '<ul><li><p>a</p><p>b</p></li><li>c</li></ul>', '- a\n\n  b\n\n- c'],
    ['two lists', '<ul><li>a</li></ul><ul><li>b</li></ul>', '- a\n\n* b'],
    ['line breaks', 'a<br>b<br><br>c', 'a\nb\n\nc'],
    ['white space', '<p>  a \n b&nbsp;c  </p>\n<p> d </p>', 'a b c\n\nd'],
    ['a heading', '<h2>a</h2>b', 'a\n\nb'],
    ['a table', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\n\nc'],
    ['an image', 'a <img src="https://a.example/b.png" alt="c*"> d', 'a c\\* d'],
    [
      'what is not seen',
      '<style>a</style><script>b</script><!--StartFragment-->c<template>d</template>',
      'c',
    ],
    ['marks that are text', '*a* [b](c) 1. d', '\\*a\\* \\[b\\](c) 1. d'],
    [
      'marks that are text at the beginning of a line',
      '<p># a<br>&gt; b<br>- c<br>1. d<br>---</p>',
      '# a\n\\> b\n\\- c\n1\\. d\n\\---',
    ],
    ['HTML that is text', '&lt;script&gt;a&lt;/script&gt; &amp;lt;', '<script>a</script> &lt;'],
  ] as const)('%s', ([, html, markdown]) => {
    expect(markdownFromHtml(html)).toBe(markdown)
  })
})

test('all words of any HTML stay, and Markdown in them stays text', () => {
  const word = fc.constantFrom(
    'a',
    'be',
    '*',
    '_',
    '`',
    '[',
    ']',
    '(',
    '- ',
    '1. ',
    '> ',
    '#',
    ' ',
    ':',
    '🙂',
    '\\',
    'https://a.example/b_',
  )
  const { html } = fc.letrec<{ html: string }>((tie) => ({
    html: fc.oneof(
      { maxDepth: 4 },
      fc.array(word, { maxLength: 4 }).map((words) => words.join('').replaceAll('>', '&gt;')),
      fc
        .tuple(
          fc.constantFrom(
            'b',
            'i',
            'code',
            'p',
            'div',
            'blockquote',
            'ul><li',
            'ol><li',
            'a href="https://a.example/"',
            'span',
            'em',
          ),
          fc.array(tie('html'), { maxLength: 3 }),
        )
        .map(([tag, inner]) => {
          const [outer = '', li] = tag.split('><')
          return `<${tag}>${inner.join('')}${li ? '</li>' : ''}</${outer.split(' ')[0]}>`
        }),
    ),
  }))
  fc.assert(
    fc.property(fc.array(html, { maxLength: 4 }), (parts) => {
      const pasted = parts.join('')
      const { textContent } = new DOMParser().parseFromString(pasted, 'text/html').body
      const markdown = markdownFromHtml(pasted) ?? ''
      const shown = parseMarkdown(markdown)
      const withoutSpace = (text: string) => text.replace(/\s/g, '')
      expect(withoutSpace(shown ? blocksText(shown) : markdown)).toBe(withoutSpace(textContent))
    }),
    { numRuns: 500 },
  )
})

test('nothing of pasted HTML runs or is requested, and the page stays as it is', () => {
  const before = document.documentElement.outerHTML
  const request = vi.spyOn(globalThis, 'fetch')
  const pasted =
    '<img src="https://evil.example/a.png" onerror="window.pwned = 1"><script>window.pwned = 1</script><svg onload="window.pwned = 1"><a href="javascript:pwned=1">a</a>'
  expect(markdownFromHtml(pasted)).toBe('')
  expect('pwned' in window).toBe(false)
  expect(request).not.toHaveBeenCalled()
  expect(document.documentElement.outerHTML).toBe(before)
})

test('HTML that nests deeper than anybody writes keeps its words', () => {
  const deep = (tag: string) => `<${tag}>`.repeat(600) + 'word'
  for (const tag of ['b', 'div', 'blockquote', 'ul><li', 'span'])
    expect(markdownFromHtml(deep(tag))?.replace(/[>\s*-]/g, '')).toBe('word')
})
