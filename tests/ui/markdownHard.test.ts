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

  /** Has a mark in every third character, and nothing that is hard. */
  const ordinary = fill('\\* ')

  test.for(texts)('takes no longer than a few ordinary ones: %j', ([, text]) => {
    // In turn, and the least of each, as how fast a machine is changes while it has else to do.
    let [least, leastOrdinary] = [Infinity, Infinity]
    for (let times = 0; times < 8 && least >= 5 * leastOrdinary; times += 1) {
      leastOrdinary = Math.min(
        leastOrdinary,
        timeOf(() => parseMarkdown(ordinary)),
      )
      least = Math.min(
        least,
        timeOf(() => parseMarkdown(text)),
      )
    }
    expect(least / leastOrdinary).toBeLessThan(5)
    expect(deepest(parseMarkdown(text) ?? [])).toBeLessThan(30)
  })
})

/** The processor's, in milliseconds. */
function timeOf(work: () => void): number {
  const start = process.cpuUsage()
  work()
  return process.cpuUsage(start).user / 1000
}

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
