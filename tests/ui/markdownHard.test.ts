import { describe, expect, test } from 'vitest'
import { BODY_LIMIT } from '../../src/domain/writing.ts'
import type { Block, Inline } from '../../src/ui/markdown/markdownTree.ts'
import { parseMarkdown } from '../../src/ui/markdown/parseMarkdown.ts'

describe('a text that is made to be hard', () => {
  const fill = (pattern: string) => pattern.repeat(BODY_LIMIT / pattern.length + 1).slice(0, BODY_LIMIT)
  const half = (pattern: string) => fill(pattern).slice(0, BODY_LIMIT / 2)
  const patterns = [
    `${'a\n\n'.repeat(999)}${'lorem '.repeat(1000)}`,
    '>',
    '> ',
    '- ',
    '1. ',
    '> - ',
    '[',
    '![',
    '[]',
    '*',
    '**a',
    '*a_ ',
    '*a*',
    '_a ',
    '***a ',
    '`',
    '`a',
    '`` a ` ',
    '[a](',
    '[a](b "',
    '[a](<b',
    '[a]: b\n',
    '\\',
    '\\*',
    '\\\\*a',
    '<',
    '<a ',
    '&amp;',
    '# a\n',
    'a\n=\n',
    '```\n',
    '\t',
    'a\n',
    'a\n\n',
    '- a\n',
    '>a\n\n',
    '> - > a\n',
    '- a\n  - b\n',
    'www.',
    'www.[',
    'https://a.example/*b ',
    ' http',
    '\u{1F600}*',
    'lorem ipsum ',
  ]
  const texts = [
    ...patterns.map((pattern) => [pattern, fill(pattern)] as const),
    ['nested links', half('[') + half('](https://a.example)')] as const,
    ['nested images', half('![') + half('](https://a.example)')] as const,
    ['nested marks', half('*a **a ') + half('a** a* ')] as const,
    ['as many marks as are let through', '***a '.repeat(200) + 'a*** '.repeat(200)] as const,
    ['a quote that goes on', half('>') + half('\na')] as const,
    ['a long name of a host', `[${fill('a.').slice(0, 9900)}](https://a.example)`] as const,
    ['a long word in a link', `[${fill('a').slice(0, 9900)}](https://a.example)`] as const,
  ]

  test.for(texts)('is read in time: %j', ([, text]) => {
    // The processor's time, and the best of a few, as a machine may have else to do.
    let fastest = Infinity
    for (let times = 0; times < 5 && fastest >= 200; times += 1) {
      const start = process.cpuUsage()
      const blocks = parseMarkdown(text)
      fastest = Math.min(fastest, process.cpuUsage(start).user / 1000)
      if (blocks) expect(deepest(blocks)).toBeLessThan(30)
    }
    expect(fastest).toBeLessThan(200)
  })
})

function deepest(blocks: readonly (Block | Inline)[]): number {
  const waiting = blocks.map((node) => ({ node, depth: 1 }))
  let most = 0
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, depth } = next
    most = Math.max(most, depth)
    const below = node.kind === 'list' ? node.items.flat() : 'content' in node ? node.content : []
    for (const child of below) waiting.push({ node: child, depth: depth + 1 })
  }
  return most
}
