import type { Input, Output } from '../api/contract.ts'
import { ProblemError } from '../api/problem.ts'
import { normaliseBody } from '../domain/writing.ts'
import { checkWords } from './checkWriting.ts'
import { missing } from './missing.ts'
import type { Ports } from './service.ts'
import type { Report, ReportFacts } from './store.ts'

/** The first report of a key stands, whatever a later one says: a reader has one key for each comment, and reports it once. */
export async function reportComment(
  { store, clock }: Ports,
  { idempotencyKey: key, words, ...input }: Input<'reportComment'>,
): Promise<Output<'reportComment'>> {
  checkWords(words)
  const report: Report = { ...input, key, words: normaliseBody(words), receivedAt: clock().toISOString() }
  const { receivedAt } = await store.report(report, (facts) => check(report, facts))
  return { receivedAt }
}

function check({ discussionId, commentId }: Report, { comment, recorded }: ReportFacts): void {
  if (recorded) {
    if (recorded.discussionId === discussionId && recorded.commentId === commentId) return
    throw new ProblemError({ code: 'idempotency-key-reused' })
  }
  if (comment?.status !== 'published') missing('comment')
}
