import type { Api } from '../../../api/contract.ts'
import type { Comment } from '../../../domain/comment.ts'
import type { DiscussionId } from '../../../domain/ids.ts'

/** So many new comments are counted; beyond that there are just more. */
export const MOST_COUNTED = 100
/** So many pages of changes are asked for at most: most of them may be edits. */
const MOST_PAGES = 4

/** What came to a discussion after `since`, up to `version`. */
export type Told = {
  /** `null` where it is seen for the first time, so that nothing of it is new. */
  since: number | null
  version: number
  /** In the order in which they came, each as it was when it was asked for. */
  added: readonly Comment[]
  /** Whether that is all. */
  isWhole: boolean
}

/**
 * Asks what came since a version. For `null` that is nothing, and so it is where the discussion was imported anew since, as what was
 * seen of it was another one. `read` is the version that the page has. Rejects as the calls do.
 */
export async function askSince(
  api: Pick<Api, 'listChanges' | 'readDiscussion'>,
  discussionId: DiscussionId,
  { since, read }: { since: number | null; read: number },
  signal: AbortSignal,
): Promise<Told> {
  if (since === null) {
    const page = await api.listChanges({ discussionId, since: read }, { signal })
    const { version } = page.hasMore ? await api.readDiscussion({ discussionId }, { signal }) : page
    return seenFirst(version)
  }
  const added = new Map<string, Comment>()
  let version = since
  let isWhole = false
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page = await api.listChanges({ discussionId, since: version }, { signal })
    if (page.isReset || page.version < since) return seenFirst(page.version)
    for (const comment of [...page.added, ...page.edited]) {
      if (comment.sequence > since) added.set(comment.id, comment)
    }
    for (const id of page.deleted) added.delete(id)
    version = page.version
    isWhole = !page.hasMore
    if (isWhole || added.size >= MOST_COUNTED) break
  }
  return { since, version, added: [...added.values()], isWhole }
}

function seenFirst(version: number): Told {
  return { since: null, version, added: [], isWhole: true }
}
