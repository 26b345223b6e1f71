/** An article page before it is flattened to text. Strings are verbatim; `null` and an empty list leave the part out. */
export type TranscriptSource = {
  title: string | null
  /** The lines below the title, such as `['April 11th, 2013', '07:36 PM ET']`. */
  datelines: readonly string[]
  /** `null` where the title stands once. */
  secondTitle: string | null
  byline: string | null
  paragraphs: readonly string[]
  heading: string | null
  /** In the order of the page. A comment is at most one level deeper than the one before it; the first is at 1. */
  comments: readonly SourceComment[]
  /** What stands after the comments, line breaks included. */
  ending: string
}

export type SourceComment = {
  /** 1 at the top level. */
  depth: number
  author: string
  /** Its first and last lines are not blank, unless it is empty. */
  body: string
  /** Such as `April 13, 2013 at 5:39 pm`. */
  date: string
  /** What follows the date in its line, such as ` | Reply`. */
  actions: string
}

const PLAIN_ENDING = '\nPost a comment\n\n\nBe civil.\n\nStay on topic.\n'

/** A small page with every part but comments, to be varied: `{ ...plainSource, title: null }`. */
export const plainSource: TranscriptSource = {
  title: 'A title',
  datelines: ['April 11th, 2013', '07:36 PM ET'],
  secondTitle: 'A title',
  byline: 'By Jill Dougherty',
  paragraphs: ['The first paragraph.', 'The second\nin two lines.'],
  heading: 'soundoff (39 Responses)',
  comments: [],
  ending: PLAIN_ENDING,
}

/** The page as the main-content extractor flattens it: a marker at depth d at column 2d, its text at column 2d + 2. */
export function renderTranscript(source: TranscriptSource): string {
  const top = [source.title, ...source.datelines].filter((line) => line !== null)
  const parts = [source.secondTitle, source.byline, ...source.paragraphs].filter((part) => part !== null)
  const article = [top.join('\n'), ...parts].filter((part) => part !== '').map((part) => `${part}\n\n`)
  const heading = source.heading === null ? '' : `${source.heading}\n`
  return article.join('') + heading + renderComments(source.comments) + source.ending
}

/** The list alone. Numbers count the threads from 1. Linear in what it returns. */
export function renderComments(comments: readonly SourceComment[]): string {
  let threads = 0
  const rendered = comments.map((comment) => {
    if (comment.depth === 1) threads++
    return renderComment(comment, comment.depth === 1 ? `${threads}.` : '•')
  })
  return rendered.join('')
}

function renderComment({ depth, author, body, date, actions }: SourceComment, marker: string): string {
  const indentation = '  '.repeat(depth)
  const textIndentation = `${indentation}  `
  const lines = body.split('\n').map((line) => (line === '' ? '' : textIndentation + line))
  return `${indentation}${marker} ${author}\n\n${lines.join('\n')}\n\n${textIndentation}${date}${actions}\n`
}
