import type { CommentId } from '../domain/ids.ts'
import {
  ExchangeFault,
  type KeptComment,
  type KeptDiscussion,
  type ReadPiece,
  type Taken,
} from './exchangingStore.ts'
import { byMoment } from './siblingOrder.ts'
import type { StoredComment, StoredDiscussion } from './store.ts'

type Comments = Extract<ReadPiece, { kind: 'comments' }>
type Place = Pick<StoredComment, 'threadId' | 'depth'>

/** What of a discussion is there already when a part of its comments is added. */
export type Present = { isTaken(id: CommentId): boolean; find(id: CommentId): Place | undefined }

/** Takes in one discussion. */
export type Taker = {
  add(comments: Comments): Promise<void>
  /** After the last of its comments, at that line. */
  end(line: number): Promise<void>
}

/** Whether it is in no list and no count of its discussion. */
export function isWithheld({ sequence }: Pick<StoredComment, 'sequence'>): boolean {
  return sequence === 0
}

/** The order in which comments are given away: each after the one that it answers. */
export function byLevelAndMoment(a: StoredComment, b: StoredComment): number {
  return a.depth - b.depth || byMoment(a, b)
}

export function keptOf(comment: StoredComment): KeptComment {
  const { discussionId: _, threadId: __, depth: ___, ...kept } = comment
  return kept
}

/** Hands every discussion of a file to a taker of its own; where `begin` gives none, its comments are passed over. */
export async function takeAll(
  pieces: AsyncIterable<ReadPiece>,
  begin: (kept: KeptDiscussion) => Promise<Taker | null>,
): Promise<Taken[]> {
  const taken: Taken[] = []
  let taker: Taker | null = null
  for await (const piece of pieces) {
    if (piece.kind === 'comments') {
      await taker?.add(piece)
      continue
    }
    await taker?.end(piece.line)
    if (piece.kind === 'end') break
    taker = await begin(piece.kept)
    taken.push({ discussionId: piece.kept.discussion.id, isTaken: taker !== null })
  }
  return taken
}

/** Comments as they are kept, each in its place. Throws an `ExchangeFault` where one has none, or says what cannot be. */
export function placeAll(
  discussion: StoredDiscussion,
  { line, comments }: Comments,
  { isTaken, find }: Present,
): StoredComment[] {
  const placed = new Map<CommentId, StoredComment>()
  comments.forEach((comment, index) => {
    const { id, parentId } = comment
    const refuse = (message: string) => {
      throw new ExchangeFault({ line: line + index }, message)
    }
    if (placed.has(id) || isTaken(id)) refuse(`The comment "${id}" is there twice.`)
    const inPart = parentId === null ? undefined : placed.get(parentId)
    const parent = inPart && !isWithheld(inPart) ? inPart : parentId !== null ? find(parentId) : undefined
    if (parentId !== null && !parent) {
      refuse(`The comment "${id}" answers "${parentId}", which does not stand before it.`)
    }
    const fault = faultOf(comment, discussion)
    if (fault !== null) refuse(`The comment "${id}" ${fault}.`)
    placed.set(id, {
      ...comment,
      discussionId: discussion.id,
      threadId: parent?.threadId ?? id,
      depth: (parent?.depth ?? 0) + 1,
    })
  })
  return [...placed.values()]
}

/** Throws an `ExchangeFault` where the comments that came are not those that the discussion was said to have. */
export function checkComplete(
  { discussion, withheldCount }: KeptDiscussion,
  came: { count: number; threadCount: number; withheldCount: number; miscounted: CommentId | null },
  line: number,
): void {
  const pairs = [
    [discussion.count, came.count, 'comments'],
    [discussion.threadCount, came.threadCount, 'threads'],
    [withheldCount, came.withheldCount, 'withheld comments'],
  ] as const
  for (const [said, found, what] of pairs) {
    if (said === found) continue
    throw new ExchangeFault(
      { line },
      `The discussion "${discussion.id}" is said to have ${said} ${what}, and ends here with ${found}: the file is cut off, or was changed.`,
    )
  }
  if (came.miscounted === null) return
  throw new ExchangeFault(
    { discussionId: discussion.id, commentId: came.miscounted },
    `The comment "${came.miscounted}" is said to have another number of replies than there are.`,
  )
}

/**
 * A discussion that takes the place of another: its version goes on from the other's, so that whatever was read of that one is
 * void. What it was imported from is forgotten, as more than that is in it now.
 */
export function replacing(given: StoredDiscussion, replaced: StoredDiscussion): StoredDiscussion {
  const { imported: _, ...discussion } = given
  const version = Math.max(given.version, replaced.version) + 1
  return { ...discussion, version, importedIn: version }
}

function faultOf(comment: KeptComment, { version }: StoredDiscussion): string | null {
  const { status, heldFor, sequence, changedIn, replyCount } = comment
  if ((heldFor !== undefined) !== (status === 'held'))
    return 'is held without a reason, or has one without being held'
  if (isWithheld(comment)) {
    if (status === 'published') return 'is published without a sequence'
    return replyCount === 0 && changedIn === 0 ? null : 'is withheld and has replies or changes'
  }
  if (status === 'held') return 'is held and has a sequence'
  return sequence <= changedIn && changedIn <= version ? null : 'has changes of later than the discussion'
}
