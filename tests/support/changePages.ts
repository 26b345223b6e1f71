import type { ChangePage } from '../../src/api/schemas.ts'

/** A page of changes that tells nothing but how far it goes. */
export function pageOf(since: number, version: number): ChangePage {
  return {
    since,
    version,
    added: [],
    edited: [],
    deleted: [],
    hasMore: false,
    isReset: false,
    total: version,
    threadCount: 1,
  }
}
