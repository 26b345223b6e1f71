import { escapeMarkdown } from './escapeMarkdown.ts'
import { linkMarkdown } from './linkMarkdown.ts'
import { quoted } from './quoteMarkdown.ts'
import { blocksText } from './markdownTree.ts'
import { parseMarkdown } from './parseMarkdown.ts'
import { unmarked, type Marks, type RichBlock, type Run } from './richText.ts'

/** Rich text as Markdown. Every word of it shows to the letter; a mark that Markdown cannot set where it stands is left out. */
export function writeMarkdown(blocks: readonly RichBlock[]): string {
  return blocks.map((block, index) => writeBlock(block, isSameList(block, blocks[index - 1]))).join('\n\n')
}

/** `isSecond` of a list that follows one of its kind, which other marks keep apart. */
function writeBlock(block: RichBlock, isSecond: boolean): string {
  switch (block.kind) {
    case 'paragraph':
      return writeParagraph(block.runs)
    case 'quote':
      return quoted(writeMarkdown(block.content))
    case 'code': {
      const runs = block.text.match(/`+/g) ?? []
      const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)))
      return `${fence}\n${block.text}\n${fence}`
    }
    case 'list':
      return writeList(block, isSecond)
  }
}

function writeList({ start, items }: Extract<RichBlock, { kind: 'list' }>, isSecond: boolean): string {
  const isTight = items.every(isTightItem)
  return items
    .map((item, index) => {
      const marker = start === null ? (isSecond ? '*' : '-') : `${start + index}${isSecond ? ')' : '.'}`
      const text = isTight ? item.map((block) => writeBlock(block, false)).join('\n') : writeMarkdown(item)
      const indent = ' '.repeat(marker.length + 1)
      return `${marker} ${text.replace(/\n(?=.)/g, `\n${indent}`)}`.trimEnd()
    })
    .join(isTight ? '\n' : '\n\n')
}

/** A paragraph, and a list below it that does not need an empty line before it, at most. */
function isTightItem(item: readonly RichBlock[]): boolean {
  const [first, second] = item
  if (item.length < 2) return first?.kind === 'paragraph' || first?.kind === 'list' || first === undefined
  const isList = second?.kind === 'list' && (second.start ?? 1) === 1
  return item.length === 2 && first?.kind === 'paragraph' && isList
}

function isSameList(block: RichBlock, before: RichBlock | undefined): boolean {
  return (
    block.kind === 'list' && before?.kind === 'list' && (block.start === null) === (before.start === null)
  )
}

function writeParagraph(runs: readonly Run[]): string {
  const text = runs.map((run) => run.text).join('')
  const marked = writeRuns(runs)
  return blocksText(parseMarkdown(marked) ?? []) === text ? marked : escapeMarkdown(text)
}

function writeRuns(runs: readonly Run[]): string {
  let written = ''
  let open = unmarked
  let label: { url: string; start: number } | null = null
  for (const { text, marks } of [...runs, { text: '', marks: unmarked }]) {
    const isOtherLink = marks.url !== open.url
    // Marks are closed and opened around a link, and the outer one around the inner one.
    const strong = isOtherLink || open.strong !== marks.strong
    const emphasis = strong || open.emphasis !== marks.emphasis
    written += closing(open, strong, emphasis)
    if (isOtherLink && label)
      written = written.slice(0, label.start) + linkMarkdown(written.slice(label.start), label.url)
    if (isOtherLink) label = marks.url === null ? null : { url: marks.url, start: written.length }
    written += opening(marks, strong, emphasis)
    written += marks.code ? codeSpan(text) : escapeMarkdown(text)
    open = marks
  }
  return written
}

function closing(marks: Marks, strong: boolean, emphasis: boolean): string {
  return (marks.emphasis && emphasis ? '*' : '') + (marks.strong && strong ? '**' : '')
}

function opening(marks: Marks, strong: boolean, emphasis: boolean): string {
  return (marks.strong && strong ? '**' : '') + (marks.emphasis && emphasis ? '*' : '')
}

function codeSpan(text: string): string {
  const runs = text.match(/`+/g) ?? []
  const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1)
  const pad = /^`|`$/.test(text) ? ' ' : ''
  return fence + pad + text + pad + fence
}
