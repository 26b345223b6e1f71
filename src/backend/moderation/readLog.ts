import type { ModeratingInput, ModeratingOutput } from '../../api/moderating.ts'
import { isId, type EntryId } from '../../domain/ids.ts'
import type { LogEntry } from '../../domain/moderation.ts'
import { decode, encode, invalidCursor } from '../cursor.ts'
import type { ModeratingStore, StoredEntry } from '../moderatingStore.ts'

/** Entries of a page of the log. */
export const LOG_PAGE_SIZE = 50

export async function readLog(
  store: ModeratingStore,
  { cursor }: Omit<ModeratingInput<'readLog'>, 'moderatorToken'>,
): Promise<ModeratingOutput<'readLog'>> {
  const before = cursor === undefined ? null : readCursor(cursor)
  const entries = await store.listEntries(before, LOG_PAGE_SIZE + 1)
  const told = entries.slice(0, LOG_PAGE_SIZE)
  const last = entries.length > told.length ? told.at(-1) : undefined
  return { entries: told.map(serveEntry), nextCursor: last ? encode(`log ${last.id}`) : null }
}

/** An entry without what it keeps of the comment, whose text may be gone. */
export function serveEntry(stored: StoredEntry): LogEntry {
  const { revision: _, before: __, ...entry } = stored
  return entry
}

function readCursor(cursor: string): EntryId {
  const [, id] = /^log ([\w-]+)$/.exec(decode(cursor)) ?? []
  if (!isId<EntryId>(id)) throw invalidCursor('must come from a page of the log')
  return id
}
