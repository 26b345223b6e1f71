import type { DiscussionId } from '../../domain/ids.ts'
import type { Piece } from '../exchangingStore.ts'
import { keptOf } from '../keptComments.ts'
import { readArticle, readDiscussion } from './reading.ts'
import { commentOf, toldOf, toldOfWithheld, type CommentRow } from './rows.ts'
import type { Steady } from './steady.ts'

/** How many comments are fetched at once. */
const PIECE_SIZE = 1_000

/** As `ExchangingStore.exportDiscussion` says: by cursors, in one transaction, all of whose statements see the same moment. */
export function exportDiscussion(
  { once }: Steady,
  id: DiscussionId,
  take: (piece: Piece) => Promise<void>,
): Promise<boolean> {
  return once(async ({ query, run }) => {
    await run(`set transaction isolation level repeatable read, read only;
      set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`)
    const discussion = await readDiscussion(query, id)
    if (!discussion) return false
    const [row] = await query<{ count: number }>(
      'select count(*)::integer as count from withheld where discussion_id = $1',
      [id],
    )
    const article = await readArticle(query, discussion.articleId)
    await take({ kind: 'discussion', kept: { article, discussion, withheldCount: row?.count ?? 0 } })
    const parts = [
      `select ${toldOf('c')} from comments c where c.discussion_id = $1 order by c.depth, c.created_at, c.sequence, c.id`,
      `select ${toldOfWithheld('w')} from withheld w where w.discussion_id = $1 order by w.depth, w.created_at, w.id`,
    ]
    for (const part of parts) {
      await query(`declare kept no scroll cursor for ${part}`, [id])
      for (;;) {
        const rows = await query<CommentRow>(`fetch ${PIECE_SIZE} from kept`)
        if (rows.length === 0) break
        await take({ kind: 'comments', comments: rows.map((each) => keptOf(commentOf(id, each))) })
      }
      await run('close kept')
    }
    return true
  })
}
