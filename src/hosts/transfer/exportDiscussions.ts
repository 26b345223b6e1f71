import type { ExchangingStore, Piece } from '../../backend/exchangingStore.ts'
import type { DiscussionId } from '../../domain/ids.ts'
import { writeComment, writeDiscussion } from './lines.ts'

/** Writes discussions, one after the other. Gives those that are not here. `write` is awaited before more is read. */
export async function exportDiscussions(
  store: ExchangingStore,
  ids: readonly DiscussionId[],
  write: (text: string) => Promise<void>,
): Promise<DiscussionId[]> {
  const missing: DiscussionId[] = []
  for (const id of ids) {
    if (!(await store.exportDiscussion(id, (piece) => write(textOf(piece))))) missing.push(id)
  }
  return missing
}

function textOf(piece: Piece): string {
  return piece.kind === 'discussion' ? writeDiscussion(piece.kept) : piece.comments.map(writeComment).join('')
}
