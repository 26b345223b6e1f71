import type { DiscussionId } from '../../domain/ids.ts'
import { foldName, foldText } from '../../domain/search.ts'
import { writeJson } from '../../domain/writeJson.ts'
import type { StoredComment } from '../store.ts'
import type { Query } from './database.ts'
import { gramsOf } from './grams.ts'
import { keepFolded } from './keptTexts.ts'

/** What of a comment is searched, in the form that it is kept in. */
export function findableOf({
  discussionId,
  author,
  body,
}: Pick<StoredComment, 'discussionId' | 'author' | 'body'>): {
  nameKey: string
  foldedName: string
  foldedBody: string
  grams: string[]
} {
  const foldedName = keepFolded(foldText(author.name))
  const foldedBody = keepFolded(foldText(body))
  return {
    nameKey: keepFolded(foldName(author.name)),
    foldedName,
    foldedBody,
    grams: gramsOf(discussionId, [foldedBody, foldedName]),
  }
}

/** Has many comments found that were not there; by a database whose migrations are still being applied in no other forms. */
export async function insertFindables(
  query: Query,
  discussionId: DiscussionId,
  comments: readonly Pick<StoredComment, 'id' | 'author' | 'body'>[],
  { knowsForms = true } = {},
): Promise<void> {
  const rows = comments.map((comment) => ({ id: comment.id, ...findableOf({ discussionId, ...comment }) }))
  await query(
    `insert into findable (discussion_id, id, created_at, sequence, name_key, folded_name, folded_body, grams)
     select $1, given.id, c.created_at, c.sequence, given."nameKey", given."foldedName", given."foldedBody",
       array_to_tsvector(given.grams${knowsForms ? ' || forms_of(c.body)' : ''})
     from json_to_recordset($2::json) as given (id text, "nameKey" text, "foldedName" text, "foldedBody" text, grams text[])
     join comments c on c.discussion_id = $1 and c.id = given.id`,
    [discussionId, writeJson(rows)],
  )
}
