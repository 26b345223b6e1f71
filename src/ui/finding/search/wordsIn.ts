import { findRanges, type Terms } from '../../../domain/search.ts'

const BLOCKS = 'p, li, pre, blockquote, h1, h2, h3, h4, h5, h6, bdi'
/** What of a comment is not its writer's. */
const OTHERS = 'footer, form, button, time, [role=alert]'

type Block = { text: string; nodes: { node: Text; start: number }[] }

/** Where the name and the text of a comment that is drawn have any of the terms; also across what is emphasised or linked, but not across paragraphs. */
export function wordsIn(comment: Element, terms: Terms): Range[] {
  return blocksOf(comment).flatMap(({ text, nodes }) =>
    findRanges(text, terms).flatMap(([start, end]) => {
      const first = nodes.findLast((each) => each.start <= start)
      const last = nodes.findLast((each) => each.start < end)
      if (!first || !last) return []
      const range = comment.ownerDocument.createRange()
      range.setStart(first.node, start - first.start)
      range.setEnd(last.node, end - last.start)
      return [range]
    }),
  )
}

function blocksOf(comment: Element): Block[] {
  const blocks = new Map<Element, Block>()
  const walker = comment.ownerDocument.createTreeWalker(comment, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const { currentNode: node } = walker
    const element = node.parentElement?.closest(BLOCKS)
    if (!(node instanceof Text) || !element || node.parentElement?.closest(OTHERS)) continue
    if (!comment.contains(element)) continue
    const block = blocks.get(element) ?? { text: '', nodes: [] }
    blocks.set(element, block)
    block.nodes.push({ node, start: block.text.length })
    block.text += node.data
  }
  return [...blocks.values()]
}
