import type { Import } from '../../src/backend/store.ts'
import type { ImportedComment } from '../../src/domain/comment.ts'
import type { ArticleId, CommentId, DiscussionId } from '../../src/domain/ids.ts'

/** `[id, parent's id, minutes after the article, name, body]`; the last two may be left out. */
type Row = readonly [id: string, parentId: string | null, minute: number, name?: string, body?: string]

/** A discussion as an import gives it, with the article of the same id. Depths are the ones of the rows' parents. */
export function importOf(
  id: string,
  rows: readonly Row[],
  policy: Partial<Pick<Import['discussion'], 'closed' | 'maxDepth' | 'declaredCount' | 'rules'>> = {},
): Import {
  const depths = new Map<string, number>()
  const comments = rows.map(([commentId, parentId, minute, name = 'Pete', body = `Text of ${commentId}`]) => {
    const depth = (depths.get(parentId ?? '') ?? 0) + 1
    depths.set(commentId, depth)
    return {
      id: commentId as CommentId,
      parentId: parentId as CommentId | null,
      depth,
      author: { name },
      body,
      createdAt: at(minute),
    } satisfies ImportedComment
  })
  return {
    article: {
      id: id as ArticleId,
      discussionId: id as DiscussionId,
      title: `Article ${id}`,
      byline: 'A Writer',
      publishedAt: at(0),
      dateline: { text: 'April 11th, 2013 07:36 PM ET', precision: 'minute', timeZone: 'America/New_York' },
      blocks: [
        { kind: 'paragraph', text: 'First paragraph.' },
        { kind: 'note', text: 'Filed under: China' },
      ],
    },
    discussion: {
      id: id as DiscussionId,
      articleId: id as ArticleId,
      title: `Article ${id}`,
      url: null,
      declaredCount: null,
      closed: false,
      maxDepth: 5,
      rules: null,
      ...policy,
    },
    comments,
  }
}

/** The instant so many minutes after the article. */
export function at(minute: number): string {
  return new Date(Date.UTC(2013, 3, 11, 23, 36) + minute * 60_000).toISOString()
}

/** What a backend must hold before the conformance suite runs. Only `writing` and `busy` are written to. */
export const conformanceImports: readonly Import[] = [
  importOf(
    'small',
    [
      ['small-6', null, 90, 'Hapa', 'Two lines\nof one paragraph.\n\nAnd <b>another</b> & more.'],
      ['small-7', 'small-6', 100, 'Pete', '@Hapa, I see it differently.'],
      ['small-3', null, 30, 'j. von hettlingen', ''],
      ['small-1', null, 10, 'Pete'],
      ['small-2', 'small-1', 20, 'Hapa'],
      ['small-5', 'small-2', 60, 'Pete'],
      ['small-4', 'small-1', 50, 'George'],
    ],
    { declaredCount: 39, rules: 'Be kind.' },
  ),
  importOf('closed', [['closed-1', null, 1]], { closed: true }),
  importOf('empty', []),
  importOf('deep', deepRows(), { maxDepth: 70 }),
  importOf('many', threadRows('many')),
  importOf(
    'writing',
    [
      ['writing-1', null, 1, 'Pete', 'The first'],
      ['writing-2', 'writing-1', 2, 'Hapa', 'Its answer'],
    ],
    { maxDepth: 2 },
  ),
  importOf('busy', threadRows('busy')),
  importOf('finding', [
    ['found-1', null, 1, 'Zoë', 'Zürich, der Straße lang'],
    ['found-2', 'found-1', 2, 'PETE', 'Welcher Weg?'],
    ['found-3', 'found-2', 3, 'Hapa', 'Zürich: STRASSE, Straße.'],
    ['found-4', null, 4, '京子', '東京都庁'],
    ['found-5', 'found-4', 5, 'Pete', 'Weg'],
    ['found-6', null, 6.5, 'zoë', ''],
  ]),
]

/** A chain of 60, and one comment with 120 direct replies, each third of which has 12 of its own. */
function deepRows(): Row[] {
  const chain = counted(60, (n): Row => [`chain-${n}`, n === 1 ? null : `chain-${n - 1}`, n])
  const wide = counted(120, (n): Row => [`wide-${n}`, 'wide', n])
  const below = wide
    .filter((_, index) => index % 3 === 0)
    .flatMap(([id]) => counted(12, (n): Row => [`${id}-${n}`, id, 200 + n]))
  return [...chain, ['wide', null, 0], ...wide, ...below]
}

/** 45 threads, three to each instant, with 0 to 4 replies. */
function threadRows(prefix: string): Row[] {
  return counted(45, (n) => {
    const replies = counted(n % 5, (reply): Row => [`${prefix}-${n}-${reply}`, `${prefix}-${n}`, 50 + reply])
    return [[`${prefix}-${n}`, null, Math.floor((45 - n) / 3)] satisfies Row, ...replies]
  }).flat()
}

function counted<Value>(length: number, make: (n: number) => Value): Value[] {
  return Array.from({ length }, (_, index) => make(index + 1))
}
