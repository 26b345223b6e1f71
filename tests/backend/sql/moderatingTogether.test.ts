import { expect, test } from 'vitest'
import { createLocalSignal } from '../../../src/backend/changeSignal.ts'
import { createModeration } from '../../../src/backend/moderation/moderation.ts'
import { createSqlStore } from '../../../src/backend/sql/sqlStore.ts'
import { forThisTest, makePostgres, migrated } from '../../support/databases/openDatabases.ts'
import { describeWithPostgres } from '../../support/databases/withPostgres.ts'
import { at, importOf } from '../imports.ts'
import { here, hold, id } from '../store/support.ts'

describeWithPostgres('moderators who decide at the same moment, on several connections', () => {
  test('are each told what became of it: one has decided, once, and the others come too late', async () => {
    const database = forThisTest(await migrated((await makePostgres())({ max: 8 })))
    const store = createSqlStore(database)
    await store.importDiscussion(importOf('a', [['1', null, 1]]), { replace: false })
    const names = ['Mo', 'Zoë', 'Ann', 'Bo']
    const moderation = createModeration({
      store: createSqlStore(database),
      clock: () => new Date(at(900)),
      signal: createLocalSignal(),
      findModerator: (token) => token,
    })
    for (let n = 0; n < 10; n += 1) {
      await hold(store, `held-${n}`, { parentId: id('1'), depth: 2 })
      const wanted = { discussionId: here, commentId: id(`held-${n}`), revision: 1, reason: 'As it is' }
      const decisions = names.flatMap((moderatorToken) =>
        ['approve' as const, 'approve' as const].map((decision) =>
          moderation.decideComment({ ...wanted, moderatorToken, decision }),
        ),
      )
      const settled = await Promise.allSettled(decisions)
      const entries = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value.entry] : []))
      expect(entries).toHaveLength(2)
      expect(entries[0]).toEqual(entries[1])
      for (const each of settled) {
        if (each.status === 'rejected') expect(each.reason).toMatchObject({ problem: { code: 'not-found' } })
      }
    }
    const { entries } = await moderation.readLog({ moderatorToken: 'Mo' })
    expect(entries).toHaveLength(10)
    expect(await store.readDiscussion(here)).toMatchObject({ count: 11, threadCount: 1, version: 11 })
    expect(await store.readComment(here, id('1'))).toMatchObject({ replyCount: 10 })
  })
})
