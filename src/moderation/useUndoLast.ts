import { useMutation } from '@tanstack/react-query'
import { problemOf, type Problem } from '../api/problem.ts'
import type { EntryId } from '../domain/ids.ts'
import { useAnnounce } from '../ui/parts/Announcer.tsx'
import { focusWhenThere } from '../ui/parts/focusWhenThere.ts'
import { useDesk } from './useDesk.ts'
import { elementIdOf } from './elementIds.ts'
import { keyOf } from './queueCache.ts'
import { isOvertaken } from './isOvertaken.ts'

export type UndoLast = { undo: () => void; isPending: boolean; problem: Problem | null }

/** Undoes what this tab has done last, and leads to what waits again for that. */
export function useUndoLast(): UndoLast {
  const { calls, words, done, revert, forget } = useDesk()
  const announce = useAnnounce()
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: (entryId: EntryId) => calls.undoEntry({ entryId }),
    onSuccess(answer, entryId) {
      const item = revert(entryId, answer)
      if (item) focusWhenThere(document, { to: elementIdOf(keyOf(item)), from: 'anywhere' })
    },
    onError(failure, entryId) {
      if (isOvertaken(problemOf(failure))) forget(entryId)
    },
  })
  return {
    isPending,
    problem: error && problemOf(error),
    undo() {
      const last = done.at(-1)
      if (isPending) return
      if (last) return mutate(last.entry.id)
      reset()
      announce(words.nothingToUndo)
    },
  }
}
