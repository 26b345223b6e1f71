import type { ChangePage } from '../../api/schemas.ts'

/** So many pages in a row that have more behind them, and reading anew is cheaper than following further. */
export const PAGES_IN_A_ROW = 3

/** How far the changes of a discussion are known, whoever tells them. */
export type Known = {
  version(): number
  /**
   * Gives a page on if it goes on from what is known; of one that tells nothing new, nothing is given. `gap`: something
   * before it is not known yet, so it is not given either.
   */
  take(page: ChangePage): 'given' | 'known' | 'gap'
}

/** `hasMore` is given on only where so much has changed that all had better be read anew; else more is given by itself. */
export function createKnown(since: number, onChanges: (page: ChangePage) => void): Known {
  let version = since
  let row = 0
  return {
    version: () => version,
    take(page) {
      // A version before the known one is told of a storage that was emptied, and by another tab maybe just too late.
      const isBehind = page.version < version
      if (page.version === version || (isBehind && !page.isReset)) return 'known'
      if (page.isReset ? isBehind && page.since !== version : page.since > version) return 'gap'
      version = page.version
      row = page.hasMore ? row + 1 : 0
      onChanges({ ...page, hasMore: row >= PAGES_IN_A_ROW })
      return 'given'
    },
  }
}
