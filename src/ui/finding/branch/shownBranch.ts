import type { CommentId } from '../../../domain/ids.ts'
import type { ThreadView } from '../../discussion/threadView.ts'
import { createCell } from '../mentions/cell.ts'
import { perDiscussion } from '../mentions/perDiscussion.ts'

/** A branch that is shown alone, and where the reader was before. */
export type ShownBranch = { id: CommentId; origin: Origin }

export type Origin = {
  comment: Element
  /** How far below the upper edge of the window it stood, in pixels. */
  top: number
  /** What had focus, or opened what had it. */
  focused: Element
}

/** The branch that is shown of a discussion; `null` where all of it is. */
export const shownBranch = perDiscussion(() => createCell<ShownBranch | null>(null))

/** Shows the branch of a comment alone; the way back leads to where the reader was when all was shown. */
export function showBranch(view: ThreadView, id: CommentId, from: Origin): void {
  const cell = shownBranch(view)
  view.reveal(id)
  view.folds.change((ids) => ids.delete(id))
  cell.write({ id, origin: cell.read()?.origin ?? from })
}
