/** All that Markdown can be in a comment; whatever else it might say is text. */
export type Block =
  | { kind: 'paragraph'; content: readonly Inline[] }
  | { kind: 'quote'; content: readonly Block[] }
  /** `start` is the first number, or `null` for a list without numbers. The items of a loose one stand apart. */
  | { kind: 'list'; start: number | null; isLoose: boolean; items: readonly (readonly Block[])[] }
  | { kind: 'code'; text: string }

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'emphasis'; content: readonly Inline[] }
  | { kind: 'strong'; content: readonly Inline[] }
  | { kind: 'code'; text: string }
  /** `url` leads to the web, by `http` or `https`. */
  | { kind: 'link'; url: string; content: readonly Inline[] }

/** The words of some blocks: paragraphs are parted by an empty line, a line break is a newline. */
export function blocksText(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      switch (block.kind) {
        case 'paragraph':
          return inlinesText(block.content)
        case 'quote':
          return blocksText(block.content)
        case 'list':
          return block.items.map(blocksText).join('\n\n')
        case 'code':
          return block.text
      }
    })
    .join('\n\n')
}

export function inlinesText(inlines: readonly Inline[]): string {
  return inlines.map((inline) => ('text' in inline ? inline.text : inlinesText(inline.content))).join('')
}
