import type { StoredComment } from './store.ts'

/**
 * The version by which a comment stands among the changes after `since`: the one that it came with, or, if it was there
 * before, the one of its last revision. So a comment that came and was revised since is not passed over by who reads the
 * changes in parts, but told in the part in which it came, and once more in the one in which it was revised.
 */
export function changeAfter(since: number, { sequence, changedIn }: StoredComment): number {
  return sequence > since ? sequence : changedIn
}

/** The versions after its import that a comment is listed under: the one that it came with and its last revision's. */
export function changesOf({ sequence, changedIn }: StoredComment, importedIn: number): number[] {
  const versions = sequence === changedIn ? [sequence] : [sequence, changedIn]
  return versions.filter((version) => version > importedIn)
}

/** How many listed versions are to be read for so many comments: each may be met twice. */
export function listedFor(comments: number): number {
  return 2 * comments
}

/** Comments by the versions that they are listed under, as each is met first. */
export function firstOfEach(listed: readonly StoredComment[], limit = Infinity): StoredComment[] {
  return [...new Map(listed.map((comment) => [comment.id, comment])).values()].slice(0, limit)
}
