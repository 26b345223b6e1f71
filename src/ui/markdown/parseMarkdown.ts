import { fromMarkdown } from 'mdast-util-from-markdown'
import { linkTarget } from '../discussion/links.ts'
import { addressesByStart } from './addressConstruct.ts'
import { isTangled } from './isTangled.ts'
import { blocksText, inlinesText, type Block, type Inline } from './markdownTree.ts'

/** How deep quotes, lists and marks nest; what is deeper is shown as it was written. */
const DEEPEST = 12

/** What the library knows and comments do not have: it stays text, to the letter. */
const WITHOUT = [
  'autolink',
  'characterReference',
  'codeIndented',
  'definition',
  'hardBreakEscape',
  'headingAtx',
  'htmlFlow',
  'htmlText',
  'labelStartImage',
  'setextUnderline',
]

type Root = ReturnType<typeof fromMarkdown>
type Flow = Root['children'][number]
type Phrasing = Extract<Flow, { type: 'paragraph' }>['children'][number]
type Source = { text: string; depth: number }

/**
 * The blocks of a Markdown text: emphasis, strong, code, quotes, lists and links to the web, with a line break for every line
 * break. Anything else in it is text, to the letter. `null` where it has no words as Markdown, or nests or marks too much: then
 * it is to be shown as a plain text. Takes time in proportion to the text, or nearly; never throws.
 */
export function parseMarkdown(text: string): Block[] | null {
  if (isTangled(text)) return null
  const { children } = fromMarkdown(text, {
    extensions: [{ disable: { null: WITHOUT }, text: addressesByStart }],
    // By itself it decodes the label of a link, which we do not use, by writing HTML.
    mdastExtensions: [{ exit: { labelText: () => undefined } }],
  })
  const blocks = toBlocks(children, { text, depth: 0 })
  return blocksText(blocks).trim() === '' ? null : blocks
}

function toBlocks(nodes: readonly Flow[], source: Source): Block[] {
  return nodes.map((node) => toBlock(node, source))
}

function toBlock(node: Flow, source: Source): Block {
  const within = { ...source, depth: source.depth + 1 }
  if (node.type === 'paragraph') return { kind: 'paragraph', content: toInlines(node.children, source) }
  if (node.type === 'code') return { kind: 'code', text: codeText(node) }
  if (node.type === 'blockquote' && source.depth < DEEPEST)
    return { kind: 'quote', content: toBlocks(node.children, within) }
  if (node.type === 'list' && source.depth < DEEPEST) {
    return {
      kind: 'list',
      start: node.ordered ? (node.start ?? 1) : null,
      isLoose: Boolean(node.spread) || node.children.some(({ spread }) => spread),
      items: node.children.map(({ children }) => toBlocks(children, within)),
    }
  }
  return { kind: 'paragraph', content: [{ kind: 'text', text: written(node, source) }] }
}

function toInlines(nodes: readonly Phrasing[], source: Source): Inline[] {
  const inlines: Inline[] = []
  for (const node of nodes) {
    const inline = toInline(node, source)
    const last = inlines.at(-1)
    if (inline.kind === 'text' && last?.kind === 'text') {
      inlines[inlines.length - 1] = { kind: 'text', text: last.text + inline.text }
    } else inlines.push(inline)
  }
  return inlines
}

function toInline(node: Phrasing, source: Source): Inline {
  const within = { ...source, depth: source.depth + 1 }
  if (node.type === 'text') return { kind: 'text', text: node.value }
  if (node.type === 'inlineCode') return { kind: 'code', text: node.value }
  if (node.type === 'break') return { kind: 'text', text: '\n' }
  if (source.depth < DEEPEST) {
    if (node.type === 'emphasis' || node.type === 'strong')
      return { kind: node.type, content: toInlines(node.children, within) }
    const url = node.type === 'link' && !isImage(node, source) && !node.title ? linkTarget(node.url) : null
    if (node.type === 'link' && url !== null) {
      const content = toInlines(node.children, within)
      if (/[^\p{Z}\p{C}]/u.test(inlinesText(content))) return { kind: 'link', url, content }
    }
  }
  return { kind: 'text', text: written(node, source) }
}

/** A code block's own text, and before it what stands behind its fence, unless that names a language. */
function codeText({ lang, meta, value }: Extract<Flow, { type: 'code' }>): string {
  const isLanguage = !meta && /^[\w#+.-]{0,20}$/.test(lang ?? '')
  return isLanguage ? value : [[lang, meta].filter(Boolean).join(' '), value].join('\n')
}

/** Whether a link is the rest of an image, `![](…)`. */
function isImage(node: Phrasing, { text }: Source): boolean {
  const start = node.position?.start.offset ?? 0
  return text[start - 1] === '!' && text[start - 2] !== '\\'
}

function written({ position }: Flow | Phrasing, { text }: Source): string {
  return text.slice(position?.start.offset, position?.end.offset)
}
