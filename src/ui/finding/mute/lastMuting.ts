import type { CommentId } from '../../../domain/ids.ts'
import { createCell } from '../mentions/cell.ts'
import { perDiscussion } from '../mentions/perDiscussion.ts'

/** At which comment of a discussion its writer was muted last; there it can be undone. */
export const lastMuting = perDiscussion(() => createCell<CommentId | null>(null))
