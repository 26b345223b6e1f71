import type { CommentId, DiscussionId } from '../domain/ids.ts'
import { changesOf } from './changes.ts'
import { eraseComment } from './eraseComment.ts'
import type { ErasingStore } from './erasingStore.ts'
import { byVersion, listChangesOf, listUnder, type MemoryDiscussion } from './memoryDiscussion.ts'
import { findInMemory } from './memoryReading.ts'
import type { Memory } from './memoryStore.ts'
import type { MemoryModeration } from './memoryWaiting.ts'
import type { StoredEntry } from './moderatingStore.ts'
import { removeFrom } from './sortedList.ts'
import type { StoredComment } from './store.ts'

/** As `ErasingStore` says, over what a store in memory keeps. No method waits, so each is atomic by itself. */
export function eraseInMemory(kept: Memory, { log, takenBack }: MemoryModeration): ErasingStore {
  return {
    readKept: async (discussionId, id) => {
      const discussion = kept.discussions.get(discussionId)
      return discussion ? findInMemory(discussion, id) : null
    },
    async erase(discussionId, id) {
      eraseEntries(log, discussionId, id)
      const discussion = kept.discussions.get(discussionId)
      const present = discussion && findInMemory(discussion, id)
      if (!present) return null
      const { discussion: record, comment } = eraseComment(discussion.record, present)
      putErased(discussion, present, comment, record)
      takenBack.get(discussion)?.delete(id)
      for (const [key, use] of kept.keys) {
        if (use.request.discussionId !== discussionId || use.commentId !== id) continue
        kept.keys.set(key, { ...use, request: { ...use.request, authorName: '', body: '' } })
      }
      return comment
    },
  }
}

function putErased(
  discussion: MemoryDiscussion,
  present: StoredComment,
  comment: StoredComment,
  record: MemoryDiscussion['record'],
): void {
  const box = discussion.boxes.get(comment.id)
  if (!box) {
    discussion.withheld.set(comment.id, comment)
    return
  }
  for (const version of changesOf(present, record.importedIn)) {
    removeFrom(discussion.changes, { version, box }, byVersion)
  }
  const { name } = present.author
  const others = listUnder(discussion.posted, name).filter((other) => other !== box)
  if (others.length > 0) discussion.posted.set(name, others)
  else discussion.posted.delete(name)
  discussion.record = record
  box.comment = comment
  listChangesOf(discussion, box)
}

function eraseEntries(log: StoredEntry[], discussionId: DiscussionId, id: CommentId): void {
  log.forEach((entry, index) => {
    if (entry.discussionId !== discussionId || entry.commentId !== id) return
    log[index] = { ...entry, excerpt: '', before: null }
  })
}
