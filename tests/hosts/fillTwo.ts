import type { ServerStore } from '../../src/backend/serverStore.ts'
import { importOf } from '../backend/imports.ts'
import { edit, here, hold, id, post, remove } from '../backend/store/support.ts'

/** Two discussions, the first with a comment of each kind. */
export async function fillTwo(store: ServerStore): Promise<ServerStore> {
  const rows = [
    ['1', null, 1, 'Zoë', 'Two\u2028lines\nand a \u0000 and half of a pair: \ud800'],
    ['2', '1', 2],
    ['3', '2', 3],
  ] as const
  await store.importDiscussion(importOf('a', rows, { rules: 'Be kind.', maxDepth: 9 }), { replace: false })
  await post(store, 'posted', {
    author: { name: 'Ann', avatarUrl: 'https://a.example/' },
    format: 'markdown',
  })
  await edit(store, 'posted', 'Changed')
  await remove(store, '3')
  await hold(store, 'held', { parentId: id('2'), depth: 3, heldFor: 'words' })
  await hold(store, 'refused')
  await store.release(here, id('refused'), { status: 'rejected' })
  await store.importDiscussion(importOf('b', [['1', null, 1]], { closed: true }), { replace: false })
  return store
}
