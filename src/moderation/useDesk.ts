import { createContext, useContext } from 'react'
import type { ModeratingOutput, WaitingComment } from '../api/moderating.ts'
import type { Comment } from '../domain/comment.ts'
import type { DiscussionId, EntryId } from '../domain/ids.ts'
import type { LogEntry } from '../domain/moderation.ts'
import type { Calls } from './calls.ts'
import type { DeskWords } from './messages/englishDesk.ts'

/** What was done here, and can be undone. */
export type Done = {
  entry: LogEntry
  /** Which waited until then; `null` where it is of a discussion. */
  item: WaitingComment | null
}

/** What happened last, in whatever language is spoken then. */
export type Saying = (words: DeskWords) => string

/** What all that moderators work with shares. */
export type Desk = {
  calls: Calls
  words: DeskWords
  /** What this tab has done, the newest last. */
  done: readonly Done[]
  said: Saying | null
  /** Takes away what was decided on, and tells what was done. */
  settle(item: WaitingComment, entry: LogEntry): void
  /** Takes away what somebody else has decided on. */
  leave(item: WaitingComment): void
  /** Shows a comment as it is now. */
  renew(comment: Comment): void
  /** Shows what became of a discussion; `null` where somebody else did it. */
  turn(item: WaitingComment, closed: boolean, entry: LogEntry | null): void
  /** Shows that something was undone. Gives what waits again, where that is known here. */
  revert(entryId: EntryId, answer: ModeratingOutput<'undoEntry'>): WaitingComment | null
  /** Offers no more to undo what cannot be. */
  forget(entryId: EntryId): void
}

const DeskContext = createContext<Desk | null>(null)

export const DeskProvider = DeskContext.Provider

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('useDesk needs a DeskProvider above it')
  return desk
}

/** What was done, where a discussion of some of it was closed or opened again since. */
export function inDiscussion(all: readonly Done[], id: DiscussionId, closed: boolean): Done[] {
  return all.map((done) =>
    done.item?.discussion.id === id
      ? { ...done, item: { ...done.item, discussion: { ...done.item.discussion, closed } } }
      : done,
  )
}
