import { describe, expect, test } from 'vitest'
import { hostToShow } from '../../src/ui/markdown/hostToShow.ts'
import { blocksText, type Block, type Inline } from '../../src/ui/markdown/markdownTree.ts'
import { parseMarkdown } from '../../src/ui/markdown/parseMarkdown.ts'

describe('Markdown is', () => {
  test.for<[string, string, string]>([
    ['emphasis', 'a *b* _c_', '<p>a <em>b</em> <em>c</em></p>'],
    ['strong', '**b** __c__', '<p><strong>b</strong> <strong>c</strong></p>'],
    ['both', '***b***', '<p><em><strong>b</strong></em></p>'],
    ['code', '`a*b*` ``c`d``', '<p><code>a*b*</code> <code>c`d</code></p>'],
    ['a block of code', '```js\na  < b\n```', 'a  < b'],
    ['a block of code with words at its fence', '~~~ not shown else\na\n~~~', 'not shown else\na'],
    ['a quotation', '> a\n> b\n\nc', '<quote><p>a\nb</p></quote><p>c</p>'],
    ['a list', '- a\n- b\n  - c', '<ul><li><p>a</p></li><li><p>b</p><ul><li><p>c</p></li></ul></li></ul>'],
    ['a numbered list', '7. a\n8. b', '<ol 7><li><p>a</p></li><li><p>b</p></li></ol>'],
    ['a link', '[a *b*](https://c.example/d)', '<p><a https://c.example/d>a <em>b</em></a></p>'],
    ['a link without its scheme', '[a](www.b.example)', '<p><a https://www.b.example/>a</a></p>'],
    ['a line break at each line break', 'a\nb  \nc', '<p>a\nb\nc</p>'],
    ['paragraphs', 'a\n\n\nb', '<p>a</p><p>b</p>'],
    ['a paragraph where lines are indented', 'a\n\n    b', '<p>a</p><p>b</p>'],
    ['an escape', '\\*a\\* \\> b', '<p>*a* > b</p>'],
  ])('%s', ([, text, expected]) => {
    expect(drawn(parseMarkdown(text))).toBe(expected)
  })
})

describe('what is no Markdown here stays as it was written:', () => {
  test.for<[string, string]>([
    ['a heading', '# a'],
    ['an underlined heading', 'a\n==='],
    ['HTML', '<b onclick="x">a</b> <br> <!-- c -->'],
    ['a block of HTML', '<div>\na\n</div>'],
    ['an image', '![a](https://b.example/c.png "d")'],
    ['an image in a link', '[![a](https://b.example/c.png)](https://d.example)'],
    ['a reference', '[a][b] [b]'],
    ['a definition', '[b]: https://c.example "d"'],
    ['an address in brackets', '<https://a.example> <pete@a.example>'],
    ['a character reference', '&lt;script&gt; &#x6a; &amp;'],
    ['a backslash before a line break', 'a\\\nb'],
    ['a line across', '***'],
    ['a spaced line across', '* * *'],
    ['an address with marks in it', 'https://a.example/_b_/*c*/d'],
    ['an address with marks, begun in capitals', 'HTTPS://a.example/_b_ and www.a.example/_b_'],
    ['a word with underscores', 'snake_case_word'],
    ['a link with a title', '[a](https://b.example "c")'],
    ['a link without words', '[](https://b.example)'],
    ['a link whose words are not seen', '[\u200b](https://b.example)'],
    ['a link to a script', '[a](javascript:alert(1))'],
    ['a link to a script in angle brackets', '[a](<javascript:alert(1)>)'],
    ['a link to data', '[a](data:text/html,b)'],
    ['a link with a name before the host', '[a](https://bank.example@evil.example)'],
    ['a link within the site', '[a](/b) [c](#d) [e](//f.example)'],
    ['a link with emphasis that is refused', '[**a**](mailto:b@c.example)'],
  ])('%s', ([, text]) => {
    const blocks = parseMarkdown(text)
    expect(blocks && blocksText(blocks)).toBe(text)
    expect(drawn(blocks).replaceAll(/<\/?p>/g, '')).toBe(text)
  })
})

test.for(['>', '-', '1.', '```\n```', '> -\n> >'])(
  '%j, which has no words as Markdown, is a plain text',
  (text) => {
    expect(parseMarkdown(text)).toBeNull()
  },
)

describe('the host of a link is told where its words', () => {
  test.for([
    ['name another address', 'https://bank.example', 'https://evil.example/', 'evil.example'],
    ['name another host', 'go to bank.example now', 'https://evil.example/', 'evil.example'],
    [
      'hide another host in unseen characters',
      'bank.\u200bexa\u00admple',
      'https://evil.example/',
      'evil.example',
    ],
    ['write it in wide characters', 'ｂａｎｋ．ｅｘａｍｐｌｅ', 'https://evil.example/', 'evil.example'],
    [
      'name one that looks alike',
      'https://paypal.example',
      'https://xn--ypal-43d9g.example/',
      'xn--ypal-43d9g.example',
    ],
    [
      'name a part of it',
      'https://bank.example',
      'https://bank.example.evil.example/',
      'bank.example.evil.example',
    ],
    ['name it before another', 'bank.example', 'https://evil.example:8080/bank.example', 'evil.example:8080'],
    ['name an address without dots', 'https://intranet', 'https://evil.example/', 'evil.example'],
    ['name numbers', '192.168.1.1', 'https://evil.example/', 'evil.example'],
    ['name nothing: not', 'this page, e.g. 3.5 of it', 'https://a.example/', null],
    ['name the same: not', 'https://www.a.example/b.html?c', 'https://a.example/', null],
  ] as const)('%s', ([, text, url, host]) => {
    expect(hostToShow(text, url)).toBe(host)
  })
})

function drawn(blocks: readonly (Block | Inline)[] | null): string {
  return (blocks ?? []).map(drawnNode).join('')
}

function drawnNode(node: Block | Inline): string {
  switch (node.kind) {
    case 'text':
      return node.text
    case 'code':
      return node.text
    case 'paragraph':
      return `<p>${node.content.map((each) => (each.kind === 'code' ? `<code>${each.text}</code>` : drawnNode(each))).join('')}</p>`
    case 'emphasis':
      return `<em>${drawn(node.content)}</em>`
    case 'strong':
      return `<strong>${drawn(node.content)}</strong>`
    case 'link':
      return `<a ${node.url}>${drawn(node.content)}</a>`
    case 'quote':
      return `<quote>${drawn(node.content)}</quote>`
    case 'list': {
      const items = node.items.map((item) => `<li>${drawn(item)}</li>`).join('')
      return node.start === null ? `<ul>${items}</ul>` : `<ol ${node.start}>${items}</ol>`
    }
  }
}
