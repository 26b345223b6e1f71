import { expect, test } from 'vitest'
import type { Report, ReportFacts } from '../../../src/backend/store.ts'
import type { DiscussionId, IdempotencyKey } from '../../../src/domain/ids.ts'
import { at, importOf } from '../imports.ts'
import { here, hold, id, tree, type StoreUnderTest } from './support.ts'

/** What readers report. */
export function reportingSuite(store: StoreUnderTest): void {
  test('keeps the first report of a key, and tells the next one of it', async () => {
    await store().importDiscussion(importOf('a', tree), { replace: false })
    const first = reportOf('1', { words: 'Look at it' })
    expect(await receive(first)).toEqual([first, { comment: await commentOf('1'), recorded: null }])
    const second = reportOf('2', { words: 'And at that', receivedAt: at(9) })
    expect(await receive(second)).toEqual([first, { comment: await commentOf('2'), recorded: first }])
    const other = reportOf('2', { key: 'other' as IdempotencyKey })
    expect(await receive(other)).toEqual([other, expect.objectContaining({ recorded: null })])
  })

  test('keeps no report that is refused', async () => {
    await store().importDiscussion(importOf('a', tree), { replace: false })
    const refusal = new Error('refused')
    const refused = store().report(reportOf('1'), () => {
      throw refusal
    })
    await expect(refused).rejects.toBe(refusal)
    expect(await receive(reportOf('1'))).toEqual([reportOf('1'), expect.objectContaining({ recorded: null })])
  })

  test('knows no comment that is of another discussion or withheld', async () => {
    await store().importDiscussion(importOf('a', tree), { replace: false })
    await store().importDiscussion(importOf('b', []), { replace: false })
    await hold(store(), 'held')
    for (const report of [reportOf('1', { discussionId: 'b' as DiscussionId }), reportOf('held')]) {
      const seen: ReportFacts[] = []
      const refused = store().report(report, (facts) => {
        seen.push(facts)
        throw new Error('refused')
      })
      await expect(refused).rejects.toThrow('refused')
      expect(seen).toEqual([{ comment: null, recorded: null }])
    }
  })

  test('forgets the reports of a discussion that is replaced, and those of no other', async () => {
    await store().importDiscussion(importOf('a', tree), { replace: false })
    await store().importDiscussion(importOf('b', tree), { replace: false })
    const elsewhere = reportOf('1', { discussionId: 'b' as DiscussionId, key: 'other' as IdempotencyKey })
    await receive(reportOf('1'))
    await receive(elsewhere)
    await store().importDiscussion(importOf('a', tree), { replace: true })
    expect((await receive(reportOf('2')))[1]?.recorded).toBeNull()
    expect((await receive(elsewhere))[1]?.recorded).toEqual(elsewhere)
  })

  const commentOf = (text: string) => store().readComment(here, id(text))

  /** What is kept, and what was told meanwhile. */
  async function receive(report: Report): Promise<[Report, ReportFacts | undefined]> {
    let seen: ReportFacts | undefined
    const kept = await store().report(report, (facts) => {
      seen = facts
    })
    return [kept, seen]
  }
}

function reportOf(commentId: string, changes: Partial<Report> = {}): Report {
  return {
    key: 'k' as IdempotencyKey,
    discussionId: here,
    commentId: id(commentId),
    reason: 'spam',
    words: '',
    receivedAt: at(5),
    ...changes,
  }
}
