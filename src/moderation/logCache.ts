import type { InfiniteData } from '@tanstack/react-query'
import type { ModeratingOutput } from '../api/moderating.ts'
import type { EntryId } from '../domain/ids.ts'
import type { LogEntry } from '../domain/moderation.ts'

/** What was read of the log so far. */
export type LogPages = InfiniteData<ModeratingOutput<'readLog'>, string | null>

export function entriesOf({ pages }: Pick<LogPages, 'pages'>): LogEntry[] {
  return pages.flatMap(({ entries }) => entries)
}

/** With what was just done, and what that reverts marked so. */
export function withEntry(log: LogPages, entry: LogEntry): LogPages {
  if (entriesOf(log).some(({ id }) => id === entry.id)) return log
  const marked = log.pages.map((page) => ({
    ...page,
    entries: page.entries.map((each) => (each.id === entry.undoes ? { ...each, undoneBy: entry.id } : each)),
  }))
  const [first, ...rest] = marked
  return first ? { ...log, pages: [{ ...first, entries: [entry, ...first.entries] }, ...rest] } : log
}

/** Those that can be undone: of each comment and each discussion the last one that still stands. `entries` are all from the newest on. */
export function undoableAmong(entries: readonly LogEntry[]): Set<EntryId> {
  const seen = new Set<string>()
  const undoable = new Set<EntryId>()
  for (const { id, action, discussionId, commentId, undoneBy } of entries) {
    const target = `${discussionId} ${commentId ?? ''}`
    if (action === 'undo' || undoneBy !== null || seen.has(target)) continue
    seen.add(target)
    undoable.add(id)
  }
  return undoable
}
