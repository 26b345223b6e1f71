import type { CommentId, DiscussionId, EntryId } from '../domain/ids.ts'
import { releaseInMemory, reviseInMemory, type MemoryDiscussion } from './memoryDiscussion.ts'
import { findInMemory } from './memoryReading.ts'
import type { Memory } from './memoryStore.ts'
import { listWaitingInMemory, openReports, reportsOf, type MemoryModeration } from './memoryWaiting.ts'
import type {
  CommentFacts,
  Holding,
  ModeratingStore,
  NewEntry,
  Outcome,
  StoredEntry,
} from './moderatingStore.ts'
import type { StoredComment } from './store.ts'

/** As `ModeratingStore` says, over what a store in memory keeps. No method waits, so each is atomic by itself. */
export function moderateInMemory(kept: Memory, moderation: MemoryModeration): ModeratingStore {
  const { log } = moderation
  return {
    listWaiting: async (after, limits) => listWaitingInMemory(kept, moderation, after, limits),
    listEntries: async (before, limit) => {
      const end = before === null ? log.length : log.findIndex(({ id }) => id === before)
      return log.slice(0, Math.max(0, end)).toReversed().slice(0, limit).map(withUndoing(log))
    },
    readEntry: async (id) => log.filter((entry) => entry.id === id).map(withUndoing(log))[0] ?? null,
    decideOnComment: async (discussionId, id, decide) => {
      const facts = gatherFacts(kept, moderation, discussionId, id)
      const decision = decide(facts)
      const discussion = kept.discussions.get(discussionId)
      if (!discussion || !facts.comment) throw new Error('A comment was decided on that is not here')
      if ('answered' in decision) return { entry: decision.answered, comment: facts.comment }
      const comment = bring(discussion, moderation, facts.comment, decision.outcome)
      const entry = write(log, decision.entry)
      for (const report of reportsOf(kept, facts.comment)) {
        const settledBy = moderation.settled.get(report)
        if (entry.undoes === null) moderation.settled.set(report, settledBy ?? entry.id)
        else if (settledBy === entry.undoes) moderation.settled.delete(report)
      }
      return { entry, comment }
    },
    decideOnDiscussion: async (id, decide) => {
      const discussion = kept.discussions.get(id)
      const decision = decide({
        discussion: discussion?.record ?? null,
        entries: entriesOf(log, id, null),
      })
      if ('answered' in decision) return decision.answered
      if (!discussion) throw new Error('A discussion was decided on that is not here')
      const { record } = discussion
      discussion.record = { ...record, closed: decision.closed, version: record.version + 1 }
      return write(log, decision.entry)
    },
  }
}

function gatherFacts(
  kept: Memory,
  moderation: MemoryModeration,
  discussionId: DiscussionId,
  id: CommentId,
): CommentFacts {
  const discussion = kept.discussions.get(discussionId)
  const comment = (discussion && findInMemory(discussion, id)) ?? null
  return {
    discussion: discussion?.record ?? null,
    comment,
    isWithheld: discussion?.withheld.has(id) ?? false,
    holding: (discussion && comment && holdingOf(discussion, moderation, comment)) ?? null,
    openReports: openReports(kept, moderation, { discussionId, id }).length,
    entries: entriesOf(moderation.log, discussionId, id),
  }
}

function holdingOf(
  discussion: MemoryDiscussion,
  { takenBack }: MemoryModeration,
  { id, heldFor, createdAt }: StoredComment,
): Holding | undefined {
  return heldFor === undefined ? takenBack.get(discussion)?.get(id) : { reason: heldFor, since: createdAt }
}

/** As `Outcome` says. */
function bring(
  discussion: MemoryDiscussion,
  { takenBack }: MemoryModeration,
  comment: StoredComment,
  outcome: Outcome,
): StoredComment {
  const { id } = comment
  switch (outcome.kind) {
    case 'released': {
      const { kind: _, ...times } = outcome
      return releaseInMemory(discussion, id, { status: 'published', ...times }) ?? comment
    }
    case 'withheld': {
      const { heldFor: _, ...withheld } = comment
      const { heldFor, body } = outcome
      const next: StoredComment =
        heldFor === null
          ? { ...withheld, body, status: 'rejected' }
          : { ...withheld, body, status: 'held', heldFor }
      discussion.withheld.set(id, next)
      return next
    }
    case 'revised':
    case 'kept': {
      const held = takenBack.get(discussion) ?? new Map<CommentId, Holding>()
      takenBack.set(discussion, held)
      if (outcome.holding) held.set(id, outcome.holding)
      else held.delete(id)
      const box = discussion.boxes.get(id)
      if (outcome.kind === 'kept' || !box) return comment
      return reviseInMemory(discussion, box, () => outcome.revision)
    }
  }
}

function write(log: StoredEntry[], entry: NewEntry): StoredEntry {
  const written: StoredEntry = { ...entry, id: String(log.length + 1) as EntryId, undoneBy: null }
  log.push(written)
  return written
}

function entriesOf(
  log: readonly StoredEntry[],
  discussionId: DiscussionId,
  id: CommentId | null,
): StoredEntry[] {
  return log
    .filter((entry) => entry.discussionId === discussionId && entry.commentId === id)
    .map(withUndoing(log))
    .toReversed()
}

/** What is undone is told by the entry that undoes it. */
function withUndoing(log: readonly StoredEntry[]): (entry: StoredEntry) => StoredEntry {
  return (entry) => ({ ...entry, undoneBy: log.find(({ undoes }) => undoes === entry.id)?.id ?? null })
}
