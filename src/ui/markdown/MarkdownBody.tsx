import { Fragment, memo, useMemo, type ReactNode } from 'react'
import { LinkedText, LINK_RELATION } from '../discussion/LinkedText.tsx'
import { PlainText } from '../discussion/PlainText.tsx'
import styles from '../discussion/CommentBody.module.css'
import { hostToShow } from './hostToShow.ts'
import { inlinesText, type Block, type Inline } from './markdownTree.ts'
import { parseMarkdown } from './parseMarkdown.ts'

/** Numbers of more digits do not fit into the room before an item. */
const LONG_NUMBER = 1000

/** A Markdown text, as elements and text alone. Where it begins with the very words `opening`, those are drawn as `openingDrawn`. */
export const MarkdownBody = memo(function MarkdownBody({
  text,
  opening = '',
  openingDrawn = null,
}: {
  text: string
  opening?: string
  openingDrawn?: ReactNode
}) {
  const blocks = useMemo(() => parseMarkdown(text), [text])
  if (blocks === null) return <PlainText text={text} />
  const rest = withoutOpening(blocks[0], opening)
  return blocks.map((block, index) =>
    index === 0 && rest ? (
      <p key={index} dir="auto" className={styles.paragraph}>
        {openingDrawn}
        {drawInlines(rest)}
      </p>
    ) : (
      <BlockView key={index} block={block} dir="auto" />
    ),
  )
})

/** What a paragraph goes on with after those words; `null` where it does not begin with them. */
function withoutOpening(block: Block | undefined, opening: string): readonly Inline[] | null {
  if (block?.kind !== 'paragraph' || opening === '') return null
  const [first, ...rest] = block.content
  if (first?.kind !== 'text' || !first.text.startsWith(opening)) return null
  return [{ kind: 'text', text: first.text.slice(opening.length) }, ...rest]
}

/** `dir` is given to the outermost elements only: what is within them is in the direction of its own words. */
function BlockView({ block, dir }: { block: Block; dir?: 'auto' }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p dir={dir} className={styles.paragraph}>
          {drawInlines(block.content)}
        </p>
      )
    case 'quote':
      return (
        <blockquote dir={dir} className={styles.quote}>
          {drawBlocks(block.content)}
        </blockquote>
      )
    case 'code':
      return (
        <pre dir={dir} className={styles.code}>
          <code>{block.text}</code>
        </pre>
      )
    case 'list':
      return <ListView list={block} dir={dir} />
  }
}

function ListView({ list, dir }: { list: Extract<Block, { kind: 'list' }>; dir?: 'auto' | undefined }) {
  const { start, isLoose, items } = list
  const drawn = items.map((item, index) => (
    <li key={index}>
      {item.map((block, at) =>
        block.kind === 'paragraph' && !isLoose ? (
          <Fragment key={at}>{drawInlines(block.content)}</Fragment>
        ) : (
          <BlockView key={at} block={block} />
        ),
      )}
    </li>
  ))
  if (start === null) {
    return (
      <ul dir={dir} className={styles.list}>
        {drawn}
      </ul>
    )
  }
  return (
    <ol
      dir={dir}
      className={styles.list}
      start={start}
      data-long-numbers={start + items.length > LONG_NUMBER || undefined}
    >
      {drawn}
    </ol>
  )
}

function drawBlocks(blocks: readonly Block[]): ReactNode {
  return blocks.map((block, index) => <BlockView key={index} block={block} />)
}

/** `isLinked` within a link, where no other can be. */
function drawInlines(inlines: readonly Inline[], isLinked = false): ReactNode {
  return inlines.map((inline, index) => <InlineView key={index} inline={inline} isLinked={isLinked} />)
}

function InlineView({ inline, isLinked }: { inline: Inline; isLinked: boolean }) {
  switch (inline.kind) {
    case 'text':
      return isLinked ? inline.text : <LinkedText text={inline.text} />
    case 'emphasis':
      return <em>{drawInlines(inline.content, isLinked)}</em>
    case 'strong':
      return <strong>{drawInlines(inline.content, isLinked)}</strong>
    case 'code':
      return <code className={styles.inlineCode}>{inline.text}</code>
    case 'link':
      return <LinkView link={inline} />
  }
}

function LinkView({ link: { url, content } }: { link: Extract<Inline, { kind: 'link' }> }) {
  const host = hostToShow(inlinesText(content), url)
  return (
    <>
      <a href={url} rel={LINK_RELATION}>
        {drawInlines(content, true)}
      </a>
      {host !== null && <span className={styles.host}> ({host})</span>}
    </>
  )
}
