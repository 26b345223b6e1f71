import * as v from 'valibot'
import * as schemas from '../../api/schemas.ts'
import { ExchangeFault, type KeptComment, type KeptDiscussion } from '../../backend/exchangingStore.ts'
import { COMMENT_FORMATS, HOLD_REASONS } from '../../domain/comment.ts'
import { writeJson } from '../../domain/writeJson.ts'

/** It grows with every change to the form of the lines. */
export const FORMAT_VERSION = 1

/** The line that a discussion begins with. */
export function writeDiscussion({ article, discussion, withheldCount }: KeptDiscussion): string {
  const { id, articleId, title, url, declaredCount, importedCount, count: counted, threadCount } = discussion
  const { closed, maxDepth, rules, version, importedIn, imported } = discussion
  return lineOf({
    soundoff: 'discussion',
    version: FORMAT_VERSION,
    article,
    discussion: {
      id,
      articleId,
      title,
      url,
      declaredCount,
      importedCount,
      count: counted,
      threadCount,
      closed,
      maxDepth,
      rules,
      version,
      importedIn,
      ...(imported && { imported }),
    },
    withheldCount,
  })
}

/** The line of a comment. */
export function writeComment(comment: KeptComment): string {
  const { id, parentId, author, body, format, status, heldFor, createdAt, editedAt, editableUntil } = comment
  const { revision, replyCount, sequence, changedIn } = comment
  return lineOf({
    id,
    parentId,
    author,
    body,
    format,
    status,
    ...(heldFor !== undefined && { heldFor }),
    createdAt,
    editedAt,
    editableUntil,
    revision,
    replyCount,
    sequence,
    changedIn,
  })
}

/** What a line says. Throws an `ExchangeFault` where it says nothing that can be taken in. */
export function readLine(line: number, text: string): { kept: KeptDiscussion } | { comment: KeptComment } {
  const value = parseJson(line, text)
  if (!('soundoff' in value)) return { comment: check(line, comment, value) }
  if ('version' in value && typeof value.version === 'number' && value.version > FORMAT_VERSION) {
    throw new ExchangeFault(
      { line },
      'This was exported by a newer version of Soundoff, which can take it in.',
    )
  }
  const { article, discussion, withheldCount } = check(line, header, value)
  if (article !== null && article.id !== discussion.articleId) {
    throw new ExchangeFault({ line }, 'The article is not the one of the discussion.')
  }
  return { kept: { article, discussion, withheldCount } }
}

/** What PostgreSQL keeps as an integer. */
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2_147_483_647))
const countFromOne = v.pipe(count, v.minValue(1))

/** Of years that PostgreSQL and ISO 8601 write alike. */
const instant = v.pipe(
  v.string(),
  v.check((text) => {
    const time = new Date(text)
    return /^\d{4}-/.test(text) && !Number.isNaN(time.getTime()) && time.toISOString() === text
  }, 'must be a time such as "2013-04-11T23:36:00.000Z"'),
)

const header = v.strictObject({
  soundoff: v.literal('discussion'),
  version: v.literal(FORMAT_VERSION),
  article: v.nullable(v.strictObject({ ...schemas.article.entries, publishedAt: v.nullable(instant) })),
  discussion: v.pipe(
    v.strictObject({
      id: schemas.discussionId,
      articleId: schemas.articleId,
      title: v.string(),
      url: v.nullable(v.string()),
      declaredCount: v.nullable(count),
      importedCount: count,
      count,
      threadCount: count,
      closed: v.boolean(),
      maxDepth: countFromOne,
      rules: v.nullable(v.string()),
      version: count,
      importedIn: count,
      imported: v.exactOptional(v.strictObject({ fingerprint: v.string(), before: v.array(count) })),
    }),
    v.check(
      ({ importedIn, version }) => importedIn <= version,
      'must not be imported later than it is changed',
    ),
  ),
  withheldCount: count,
})

const comment = v.strictObject({
  id: schemas.commentId,
  parentId: v.nullable(schemas.commentId),
  author: v.strictObject({ name: v.string(), avatarUrl: v.exactOptional(v.string()) }),
  body: v.string(),
  format: v.picklist(COMMENT_FORMATS),
  status: v.picklist(['published', 'held', 'rejected', 'deleted']),
  heldFor: v.exactOptional(v.picklist(HOLD_REASONS)),
  createdAt: instant,
  editedAt: v.nullable(instant),
  editableUntil: v.nullable(instant),
  revision: countFromOne,
  replyCount: count,
  sequence: count,
  changedIn: count,
}) satisfies v.GenericSchema<unknown, KeptComment>

/** JSON has no line breaks of its own, and those of texts are escaped in it. */
function lineOf(value: object): string {
  return `${writeJson(value)}\n`
}

function parseJson(line: number, text: string): object {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value
  } catch {
    // Told with all else that is no object.
  }
  throw new ExchangeFault({ line }, 'This is no JSON object: the file is cut off, or was changed.')
}

function check<Schema extends v.GenericSchema>(
  line: number,
  schema: Schema,
  value: object,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value)
  if (result.success) return result.output
  const [issue] = result.issues
  throw new ExchangeFault({ line }, `Something is wrong at "${v.getDotPath(issue) ?? ''}": ${issue.message}.`)
}
