/** What Markdown can say of a stretch of text; `url` is one that a link may lead to. */
export type Marks = { strong: boolean; emphasis: boolean; code: boolean; url: string | null }

export type Run = { text: string; marks: Marks }

/** Rich text as it was pasted, with what Markdown can say and nothing else. */
export type RichBlock =
  | { kind: 'paragraph'; runs: readonly Run[] }
  | { kind: 'quote'; content: readonly RichBlock[] }
  | { kind: 'list'; start: number | null; items: readonly (readonly RichBlock[])[] }
  | { kind: 'code'; text: string }

export const unmarked: Marks = { strong: false, emphasis: false, code: false, url: null }

function sameMarks(a: Marks, b: Marks): boolean {
  return a.strong === b.strong && a.emphasis === b.emphasis && a.code === b.code && a.url === b.url
}

/**
 * The paragraphs of some runs, in which a newline is a line break and two of them part paragraphs: without white space at their
 * ends and around line breaks, with one space between words, marked where it is, and the words on both sides of it are.
 */
export function tidyRuns(runs: readonly Run[]): Run[][] {
  const characters = runs.flatMap(({ text, marks }) =>
    Array.from(text, (character) => ({ character, marks })),
  )
  const paragraphs: Run[][] = []
  let paragraph: Run[] = []
  let gap = ''
  let gapMarks: Marks | null = null
  let before: Marks | null = null
  for (const { character, marks } of characters) {
    if (/\s/.test(character)) {
      gap += character
      gapMarks = gapMarks === null ? marks : common(gapMarks, marks)
      continue
    }
    const breaks = gap.split('\n').length - 1
    if (before !== null && breaks > 1) {
      paragraphs.push(paragraph)
      paragraph = []
    } else if (before !== null && gapMarks !== null) {
      append(paragraph, breaks === 1 ? '\n' : ' ', common(gapMarks, common(before, marks)))
    }
    append(paragraph, character, marks)
    gap = ''
    gapMarks = null
    before = marks
  }
  return before === null ? [] : [...paragraphs, paragraph]
}

function append(runs: Run[], text: string, marks: Marks): void {
  const last = runs.at(-1)
  if (last && sameMarks(last.marks, marks)) last.text += text
  else runs.push({ text, marks })
}

function common(a: Marks, b: Marks): Marks {
  return {
    strong: a.strong && b.strong,
    emphasis: a.emphasis && b.emphasis,
    code: a.code && b.code,
    url: a.url === b.url ? a.url : null,
  }
}
