import type { Comment } from '../../domain/comment.ts'
import type { Discussion } from '../../domain/discussion.ts'
import type { DraftIndex } from '../drafts/draftIndex.ts'
import type { FocusMove } from '../parts/focusWhenThere.ts'
import type { StoredSet } from '../parts/storedSet.ts'
import type { Cutter, Part } from './cutter.ts'
import type { Notes } from './notes.ts'
import type { Steps } from './steps.ts'
import type { ThreadNode } from './threadNodes.ts'

/** What every comment of a discussion is shown with; it stays the same while comments come and go. */
export type ThreadView = {
  discussion: Discussion
  folds: StoredSet
  openReplies: StoredSet
  openEdits: StoredSet
  /** Comments that their writer deletes, which can be taken back for a while. */
  deleting: StoredSet
  /** Opens what is folded above a comment; gives whether the comment is here. */
  reveal: (id: string) => Comment | undefined
  unfinished: DraftIndex
  /** What is found out about comments after they were drawn. */
  notes: Notes
  /** Cuts the threads of a page, by its order and place, and replies, by the id of what they answer, into batches. */
  cut: Cutter<ThreadNode>
  /** Puts those into larger ones, by the same names. */
  group: Cutter<Part<ThreadNode>>
  steps: Steps
  /** Shows what came below a comment, and moves focus to the first of it. */
  showNews: (node: ThreadNode, from: Element) => void
  /** Where the discussion is drawn hears of it by an event `beforemove`, with the id that it is to. */
  requestFocus: (move: FocusMove) => void
}
