import { linkTarget } from '../discussion/links.ts'
import { STYLE_ATTRIBUTE } from './inertDocument.ts'
import { tidyRuns, unmarked, type Marks, type RichBlock, type Run } from './richText.ts'

/** How deep elements are told apart; what is deeper counts as its text. */
const DEEPEST_ELEMENT = 200
/** How deep quotes and lists nest. */
const DEEPEST_CONTAINER = 8

/** What is no text for people. */
const UNSEEN =
  /^(script|style|template|title|head|object|iframe|svg|math|select|textarea|button|audio|video)$/
const BLOCK =
  /^(address|article|aside|blockquote|body|caption|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hgroup|hr|legend|li|main|nav|ol|p|pre|section|summary|table|tbody|tfoot|thead|tr|ul)$/

type Place = { marks: Marks; elements: number; containers: number }

/** What Markdown can say of what is in an element. */
export function readRichText(root: Element): RichBlock[] {
  return readWithin(root, { marks: unmarked, elements: 0, containers: 0 })
}

function readWithin(root: Element, place: Place): RichBlock[] {
  const blocks: RichBlock[] = []
  let runs: Run[] = []

  function endParagraph(): void {
    blocks.push(...tidyRuns(runs).map((tidy) => ({ kind: 'paragraph', runs: tidy }) as const))
    runs = []
  }

  function read(node: Node, at: Place): void {
    if (node.nodeType === node.TEXT_NODE) runs.push({ text: spaced(node.nodeValue ?? ''), marks: at.marks })
    if (isElement(node))
      readElement(node, { ...at, elements: at.elements + 1, marks: marksOf(node, at.marks) })
  }

  function readElement(element: Element, at: Place): void {
    const name = element.localName
    if (UNSEEN.test(name) || element.hasAttribute('hidden')) return
    if (name === 'br') runs.push({ text: '\n', marks: at.marks })
    else if (name === 'img') runs.push({ text: spaced(element.getAttribute('alt') ?? ''), marks: at.marks })
    else if (at.elements > DEEPEST_ELEMENT) runs.push({ text: spaced(element.textContent), marks: at.marks })
    else {
      const block = toContainer(element, at)
      const isBlock = block !== null || BLOCK.test(name)
      if (isBlock) endParagraph()
      if (block) blocks.push(block)
      else for (const child of element.childNodes) read(child, at)
      if (isBlock) endParagraph()
      else if (/^t[dh]$/.test(name)) runs.push({ text: ' ', marks: at.marks })
    }
  }

  for (const child of root.childNodes) read(child, place)
  endParagraph()
  return blocks
}

/** A block of code, a quotation or a list, if there is anything in it. */
function toContainer(element: Element, at: Place): RichBlock | null {
  const name = element.localName
  const within = { ...at, containers: at.containers + 1 }
  if (name === 'pre') {
    const text = element.textContent.replace(/^\n|\n$/g, '')
    return text.trim() === '' ? null : { kind: 'code', text }
  }
  if (at.containers >= DEEPEST_CONTAINER) return null
  if (name === 'blockquote') {
    const content = readWithin(element, within)
    return content.length === 0 ? null : { kind: 'quote', content }
  }
  if (name !== 'ul' && name !== 'ol') return null
  const items = Array.from(element.children, (child) =>
    readWithin(child.localName === 'li' ? child : wrapped(child), within),
  )
  const isEmpty = items.every((item) => item.length === 0)
  return isEmpty ? null : { kind: 'list', start: name === 'ul' ? null : startOf(element), items }
}

function startOf(list: Element): number {
  const start = Number.parseInt(list.getAttribute('start') ?? '1', 10)
  return start >= 0 && start < 1_000_000 ? start : 1
}

/** So that a list which stands in another one, and not in an item of it, is read as what it is. */
function wrapped(child: Element): Element {
  const item = child.ownerDocument.createElement('li')
  item.append(child.cloneNode(true))
  return item
}

function marksOf(element: Element, marks: Marks): Marks {
  const name = element.localName
  const style = element.getAttribute(STYLE_ATTRIBUTE) ?? ''
  const weight = /font-weight:\s*(\w+)/i.exec(style)?.[1]
  // The whole of what some editors copy stands in a `<b>` that is not bold.
  const isStrong = weight === undefined ? /^(b|strong)$/.test(name) : /^(bold|bolder|[6-9]00)$/i.test(weight)
  const isPlain = weight !== undefined && !isStrong
  return {
    strong: isStrong || (marks.strong && !isPlain),
    emphasis: marks.emphasis || /^(i|em)$/.test(name) || /font-style:\s*italic/i.test(style),
    code: marks.code || /^(code|kbd|samp|tt)$/.test(name),
    url: name === 'a' ? linkTarget(element.getAttribute('href') ?? '') : marks.url,
  }
}

function isElement(node: Node): node is Element {
  return node.nodeType === node.ELEMENT_NODE
}

/** A text as HTML shows it: any white space is a space. */
function spaced(text: string): string {
  return text.replace(/\s/g, ' ')
}
