import type { CommentId, DiscussionId, IdempotencyKey } from '../../domain/ids.ts'
import type { ReportReason } from '../../domain/report.ts'
import type { Report, Store } from '../store.ts'
import type { Query } from './database.ts'
import { instantOf, timestampOf } from './instants.ts'
import { keepText, readText } from './keptTexts.ts'
import { lockDiscussion } from './lockDiscussion.ts'
import { readComment } from './reading.ts'
import type { Steady } from './steady.ts'

/** As `Store.report` says. */
export function report(
  { write }: Steady,
  received: Report,
  check: Parameters<Store['report']>[1],
): Promise<Report> {
  const { key, discussionId, commentId, reason, words, receivedAt } = received
  return write(async ({ query }) => {
    // So that it is not replaced between the look at the comment and the report.
    await lockDiscussion(query, discussionId, 'share')
    const comment = await readComment(query, discussionId, commentId)
    const recorded = await readReport(query, key)
    check({ comment, recorded })
    if (recorded) return recorded
    await query(
      `insert into reports (key, discussion_id, comment_id, reason, words, received_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [key, discussionId, commentId, reason, keepText(words), timestampOf(receivedAt)],
    )
    return received
  })
}

type ReportRow = {
  discussion_id: DiscussionId
  comment_id: CommentId
  reason: ReportReason
  words: string
  received_at: number
}

async function readReport(query: Query, key: IdempotencyKey): Promise<Report | null> {
  const [row] = await query<ReportRow>(
    `select discussion_id, comment_id, reason, words, date_part('epoch', received_at) as received_at
     from reports where key = $1`,
    [key],
  )
  return row
    ? {
        key,
        discussionId: row.discussion_id,
        commentId: row.comment_id,
        reason: row.reason,
        words: readText(row.words),
        receivedAt: instantOf(row.received_at),
      }
    : null
}
