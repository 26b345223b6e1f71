import { groupBy } from '../../domain/groupBy.ts'
import type { CommentId, DiscussionId } from '../../domain/ids.ts'
import type { Query } from './database.ts'
import { insertFindables } from './findable.ts'
import { readText } from './keptTexts.ts'

/** How many comments are read at once. */
const SLICE = 1_000

type Row = { discussion_id: DiscussionId; id: CommentId; author_name: string; body: string }

/** Has every comment found that is here and not gone; texts are folded here and not by SQL, as everywhere. */
export async function fillFindable(query: Query): Promise<void> {
  let last: Pick<Row, 'discussion_id' | 'id'> | undefined = {
    discussion_id: '' as DiscussionId,
    id: '' as CommentId,
  }
  while (last) {
    const rows: Row[] = await query<Row>(
      `select discussion_id, id, author_name, body from comments
       where (discussion_id, id) > ($1, $2) and status = 'published' order by discussion_id, id limit $3`,
      [last.discussion_id, last.id, SLICE],
    )
    for (const [discussionId, group] of groupBy(rows, (row) => row.discussion_id)) {
      const comments = group.map(({ id, author_name: name, body }) => ({
        id,
        author: { name: readText(name) },
        body: readText(body),
      }))
      await insertFindables(query, discussionId, comments, { knowsForms: false })
    }
    last = rows.at(-1)
  }
}
