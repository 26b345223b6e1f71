import type { DiscussionId } from '../../domain/ids.ts'
import type { StoredComment, StoredDiscussion } from '../store.ts'
import type { Query } from './database.ts'
import { commentOf, discussionOf, TOLD_OF_NOTHING, type CommentRow, type DiscussionRow } from './rows.ts'

/**
 * A row of a statement that tells of a discussion and of comments of one moment: of the discussion, or of a comment with the part
 * of the answer that it belongs to. So that one statement can tell all, its parts are put together by `union all`.
 */
type AnswerRow = { part: string; rank: number | null } & (
  ({ discussion: null } & CommentRow) | { discussion: DiscussionRow }
)

/** The part that tells of the discussion `$1`, with a number. */
export function tellDiscussion(rank = 'null::integer'): string {
  return `select 'discussion' as part, ${rank} as rank, to_json(d) as discussion, ${TOLD_OF_NOTHING}
    from discussions d where d.id = $1`
}

/** The columns of a part that tells of comments. */
export function tell(part: string, columns: string, rank = 'null'): string {
  return `select ${part}, ${rank}, null, ${columns}`
}

/** A comment, and its number where it has one. */
type Told = { comment: StoredComment; rank: number | null }

export type Answer = {
  discussion: StoredDiscussion
  /** The number that the discussion was told with. */
  rank: number | null
  /** The comments of a part, in any order. */
  of(part: string): readonly Told[]
}

/** Asks a statement of such parts, of which `tellDiscussion` is one; `null` where the discussion is not here. */
export async function ask(
  query: Query,
  discussionId: DiscussionId,
  text: string,
  values: readonly unknown[] = [discussionId],
): Promise<Answer | null> {
  const parts = new Map<string, Told[]>()
  let found: { discussion: StoredDiscussion; rank: number | null } | null = null
  for (const row of await query<AnswerRow>(text, values)) {
    const { rank } = row
    if (row.discussion !== null) {
      found = { discussion: discussionOf(row.discussion), rank }
      continue
    }
    const told = { comment: commentOf(discussionId, row), rank }
    const part = parts.get(row.part)
    if (part) part.push(told)
    else parts.set(row.part, [told])
  }
  return found && { ...found, of: (part) => parts.get(part) ?? [] }
}

/** The only comment of a part. */
export function oneOf(answer: Answer, part: string): StoredComment | null {
  return answer.of(part)[0]?.comment ?? null
}
