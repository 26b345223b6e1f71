import type { ExchangingStore, KeptDiscussion } from './exchangingStore.ts'
import {
  byLevelAndMoment,
  checkComplete,
  isWithheld,
  keptOf,
  placeAll,
  replacing,
  takeAll,
  type Taker,
} from './keptComments.ts'
import { createMemoryDiscussion, listChangesOf, listUnder } from './memoryDiscussion.ts'
import { eraseInMemory } from './memoryErasing.ts'
import { moderateInMemory } from './memoryModerating.ts'
import { createMemory, createMemoryStore, removeFromMemory, type Memory } from './memoryStore.ts'
import { createMemoryModeration, type MemoryModeration } from './memoryWaiting.ts'
import type { ServerStore } from './serverStore.ts'
import type { StoredComment } from './store.ts'

const PIECE_SIZE = 1_000

/** A server's store that forgets everything with the process. */
export function createMemoryServerStore(
  kept: Memory = createMemory(),
  moderation: MemoryModeration = createMemoryModeration(),
): ServerStore {
  return {
    ...createMemoryStore(kept),
    ...exchangeInMemory(kept),
    ...eraseInMemory(kept, moderation),
    ...moderateInMemory(kept, moderation),
  }
}

function exchangeInMemory(kept: Memory): ExchangingStore {
  return {
    async exportDiscussion(id, take) {
      const discussion = kept.discussions.get(id)
      if (!discussion) return false
      const { record, boxes, withheld } = discussion
      const article = kept.articles.get(record.articleId) ?? null
      const seen = Array.from(boxes.values(), ({ comment }) => comment).toSorted(byLevelAndMoment)
      const comments = [...seen, ...[...withheld.values()].toSorted(byLevelAndMoment)]
      const withheldCount = withheld.size
      await take({ kind: 'discussion', kept: { article, discussion: record, withheldCount } })
      for (let start = 0; start < comments.length; start += PIECE_SIZE) {
        await take({ kind: 'comments', comments: comments.slice(start, start + PIECE_SIZE).map(keptOf) })
      }
      return true
    },
    async importPieces(read, { replace }) {
      const arrived = new Map<string, { given: KeptDiscussion; comments: StoredComment[] }>()
      const taken = await takeAll(read(), async (given) => {
        const { id } = given.discussion
        if (!replace && (kept.discussions.has(id) || arrived.has(id))) return null
        const comments: StoredComment[] = []
        return takerOf(given, comments, () => arrived.set(id, { given, comments }))
      })
      for (const { given, comments } of arrived.values()) put(kept, given, comments)
      return taken
    },
  }
}

function takerOf(given: KeptDiscussion, comments: StoredComment[], done: () => void): Taker {
  const byId = new Map<string, StoredComment>()
  return {
    async add(part) {
      const placed = placeAll(given.discussion, part, {
        isTaken: (id) => byId.has(id),
        find(id) {
          const found = byId.get(id)
          return found && !isWithheld(found) ? found : undefined
        },
      })
      for (const comment of placed) byId.set(comment.id, comment)
      comments.push(...placed)
    },
    async end(line) {
      const seen = comments.filter((comment) => !isWithheld(comment))
      checkComplete(
        given,
        {
          count: seen.length,
          threadCount: seen.filter(({ parentId }) => parentId === null).length,
          withheldCount: comments.length - seen.length,
          miscounted: findMiscounted(seen),
        },
        line,
      )
      done()
    },
  }
}

function findMiscounted(comments: readonly StoredComment[]): StoredComment['id'] | null {
  const below = new Map<string, number>()
  for (const { parentId, replyCount } of comments) {
    if (parentId !== null) below.set(parentId, (below.get(parentId) ?? 0) + 1 + replyCount)
  }
  return comments.find(({ id, replyCount }) => replyCount !== (below.get(id) ?? 0))?.id ?? null
}

function put(
  kept: Memory,
  { article, discussion: given }: KeptDiscussion,
  comments: readonly StoredComment[],
): void {
  const present = kept.discussions.get(given.id)
  if (present) removeFromMemory(kept, present)
  const record = present ? replacing(given, present.record) : given
  const isOwn = article?.discussionId === given.id
  if (article && ((present && isOwn) || !kept.articles.has(article.id)))
    kept.articles.set(article.id, article)
  const discussion = createMemoryDiscussion(
    record,
    comments.filter((comment) => !isWithheld(comment)),
  )
  for (const comment of comments) if (isWithheld(comment)) discussion.withheld.set(comment.id, comment)
  for (const box of discussion.boxes.values()) {
    if (box.comment.sequence > given.importedIn)
      listUnder(discussion.posted, box.comment.author.name).push(box)
    listChangesOf(discussion, box)
  }
  kept.discussions.set(record.id, discussion)
}
