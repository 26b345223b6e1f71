import { beforeEach, describe, expect, test } from 'vitest'
import type { ServerStore } from '../../src/backend/serverStore.ts'
import type { Store } from '../../src/backend/store.ts'
import type { ArticleId } from '../../src/domain/ids.ts'
import { importOf } from './imports.ts'
import { changesSuite } from './store/changesSuite.ts'
import { holdingSuite } from './store/holdingSuite.ts'
import { importingSuite } from './store/importingSuite.ts'
import { listingSuite } from './store/listingSuite.ts'
import { moderatingSuite } from './store/moderatingSuite.ts'
import { postingSuite } from './store/postingSuite.ts'
import { rankingSuite } from './store/rankingSuite.ts'
import { reportingSuite } from './store/reportingSuite.ts'
import { searchingSuite } from './store/searchingSuite.ts'
import { attempt, comment, edit, factsOf, here, hold, threads, tree } from './store/support.ts'

/** What a store must do, whatever it keeps things in. `open` gives an empty one; `reopen` the last one's contents anew. */
export function storeSuite(
  name: string,
  {
    open,
    reopen,
    openOfServer,
  }: {
    open: () => Promise<Store>
    reopen?: () => Promise<Store>
    openOfServer?: () => Promise<ServerStore>
  },
): void {
  describe(`the store in ${name}`, () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
    })

    importingSuite(() => store)
    listingSuite(() => store)
    rankingSuite(() => store)
    postingSuite(() => store)
    changesSuite(() => store)
    holdingSuite(() => store)
    reportingSuite(() => store)
    searchingSuite(() => store)

    test.runIf(reopen)('has everything when it is opened again', async () => {
      await store.importDiscussion(importOf('a', tree), { replace: false })
      await store.post(attempt({ key: 'k' }), () => comment('new'))
      await edit(store, '4', 'Changed')
      await hold(store, 'held')
      expect(reopen && (await contents(await reopen()))).toEqual(await contents(store))
    })
  })
  if (openOfServer) moderatedSuite(name, openOfServer)
}

function moderatedSuite(name: string, open: () => Promise<ServerStore>): void {
  describe(`the store in ${name}, for moderators`, () => {
    let store: ServerStore
    beforeEach(async () => {
      store = await open()
    })

    moderatingSuite(() => store)
  })
}

function contents(store: Store) {
  return Promise.all([
    store.readArticle('a' as ArticleId),
    store.readDiscussion(here),
    store.listBranches(threads({ order: 'replies', asOf: 7 }), 99),
    store.listChanges(here, 7, 99),
    factsOf(store, attempt({ key: 'k' })),
  ])
}
