import type { Input, Output } from '../api/contract.ts'
import { changeAfter } from './changes.ts'
import { missing } from './missing.ts'
import { isGone, serve } from './page.ts'
import type { ReadingStore } from './store.ts'

/** Most comments that a page of changes tells of. */
export const CHANGE_PAGE_SIZE = 100

/**
 * What became of a discussion after version `since`. Whoever follows `version` from page to page misses nothing, and is told
 * of a comment that came and was revised in both of the pages that these fall into, each time as it is now. Whoever reads the
 * comments meanwhile may hold one that came since as it was before its revision; so what was revised is told as `edited` or
 * `deleted` whenever it came. A version that the discussion has not reached, or that its import left behind, is of another one,
 * which was here before; but for one in which the very same was imported.
 */
export async function listChanges(
  store: ReadingStore,
  { discussionId, since }: Input<'listChanges'>,
): Promise<Output<'listChanges'>> {
  const changes =
    (await store.listChanges(discussionId, since, CHANGE_PAGE_SIZE + 1)) ?? missing('discussion')
  const { version, importedIn, imported, count, threadCount, closed } = changes.discussion
  const isOfSameImport = imported?.before.includes(since) ?? false
  const isReset = !isOfSameImport && (since < importedIn || since > version)
  const told = isReset ? [] : changes.comments.slice(0, CHANGE_PAGE_SIZE)
  const last = !isReset && changes.comments.length > told.length ? told.at(-1) : undefined
  return {
    since,
    version: last ? changeAfter(since, last) : version,
    // One that is gone is left out only where nothing stands below it, which needs its place.
    added: told
      .filter((comment) => comment.sequence > since && (!isGone(comment) || comment.replyCount > 0))
      .map((comment) => serve(comment)),
    edited: told
      .filter(({ sequence, changedIn, status }) => changedIn > sequence && status !== 'deleted')
      .map((comment) => serve(comment)),
    deleted: told.filter(({ status }) => status === 'deleted').map(({ id }) => id),
    hasMore: last !== undefined,
    isReset,
    total: count,
    threadCount,
    closed,
  }
}
