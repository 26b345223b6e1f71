import type { Article } from '../domain/article.ts'
import type { CommentId, DiscussionId } from '../domain/ids.ts'
import type { StoredComment, StoredDiscussion } from './store.ts'

/** All that is kept of a comment, but for what follows from the one that it answers. One with the `sequence` 0 is withheld. */
export type KeptComment = Omit<StoredComment, 'discussionId' | 'threadId' | 'depth'>

/** A discussion as it is kept, `withheldCount` comments that are not in its counts beside it. */
export type KeptDiscussion = {
  article: Article | null
  discussion: StoredDiscussion
  withheldCount: number
}

/** A part of what is given of discussions: each begins with itself, and its comments follow, each after the one that it answers. */
export type Piece =
  { kind: 'discussion'; kept: KeptDiscussion } | { kind: 'comments'; comments: readonly KeptComment[] }

/** The same of a file, with the line of its first; comments stand in lines of their own. Its end comes last. */
export type ReadPiece = { line: number } & (Piece | { kind: 'end' })

/** Where something is wrong in a file: a line, or the comment in it whose line that is. */
export type FaultPlace = { line: number } | { discussionId: DiscussionId; commentId: CommentId }

/** What is wrong in a file, as a sentence for people. */
export class ExchangeFault extends Error {
  override readonly name = 'ExchangeFault'
  readonly place: FaultPlace

  constructor(place: FaultPlace, message: string) {
    super(message)
    this.place = place
  }
}

/** What became of a discussion that was given: whether it was taken in, or is here already and stays. */
export type Taken = { discussionId: DiscussionId; isTaken: boolean }

/**
 * Gives discussions away wholly, and takes them in as they were given, so that every method of `Store` answers as it did, but for
 * what keys and reports tell, which are not part of it, as is what moderation keeps: its log stays, and what was taken back waits no more. Neither holds a whole discussion in memory where the store does not.
 */
export type ExchangingStore = {
  /** Hands out a discussion of one moment, piece by piece, always in the same order. Gives whether it is here. Rejects with what `take` does. */
  exportDiscussion(id: DiscussionId, take: (piece: Piece) => Promise<void>): Promise<boolean>
  /**
   * Takes in all discussions of a file, or none: rejects with an `ExchangeFault` where something in it cannot be, and with what
   * reading rejects with. `read` may be called again, and then gives the same anew. One that is here already stays as it is, or, with
   * `replace`, is removed first, as by `importDiscussion`; its version then goes on, so that whoever follows it reads all anew.
   */
  importPieces(read: () => AsyncIterable<ReadPiece>, options: { replace: boolean }): Promise<Taken[]>
}
