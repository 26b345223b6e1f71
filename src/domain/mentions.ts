import type { Comment } from './comment.ts'
import type { CommentId } from './ids.ts'
import { findCalls, type Call, type Caller } from './mentionCalls.ts'
import { SCOPES, findInScopes, type Finding } from './mentionScopes.ts'
import { byAge } from './thread.ts'

/** Whom a comment answers by name, and the part of its body that says so, "@" included, in UTF-16 units. */
export type Mention = { targetId: CommentId; start: number; end: number }

/**
 * Which comment each one answers that begins with "@Name", for those where that is certain. Comments may be given in any order and
 * incompletely; a deleted or rejected one neither answers nor is answered, and only earlier ones are answered.
 *
 * A name as it is written beats a misspelled one, wherever they are. Of names that are written, longer ones are tried
 * first; then those are taken that are nearest: among the comments above, then the same thread, then all. There, a whole
 * name beats the first words of a longer one ("@George" for George Patton). Next come misspellings of a whole name
 * ("@George Patten"), in the same scopes, the smaller one first, but a short name in the same thread alone; at last, whole names after which another word
 * follows that could be a surname ("@George Patten" for George). Of one person's comments the nearest is answered. Where two
 * people fit equally, it is none of them. Nobody is taken to call themselves, unless by the very same name, which others may have.
 *
 * Linear in practice, iterative. A parent that is missing or younger than its reply counts as none. Never throws.
 */
export function resolveMentions(comments: Iterable<Comment>): ReadonlyMap<CommentId, Mention> {
  const byId = new Map<CommentId, Comment>()
  for (const comment of comments) byId.set(comment.id, comment)
  const ordered = [...byId.values()].toSorted(oldestFirst)
  const { callers, slots, nameOf } = findCalls(ordered)
  const mentions = new Map<CommentId, Mention>()
  if (callers.size === 0) return mentions
  const findings = findInScopes(ordered, { callers, slots, nameOf })
  for (const [place, caller] of callers) {
    const comment = ordered[place]
    const choice = choose(caller, findings.get(place) ?? [], nameOf[place] ?? -1)
    const target = choice && ordered[choice.place]
    if (comment && target) {
      mentions.set(comment.id, { targetId: target.id, start: caller.start, end: choice.end })
    }
  }
  return mentions
}

/** Of one instant, what starts a thread comes first: imported times are of a minute, and their sequences part threads from replies. */
function oldestFirst(a: Comment, b: Comment): number {
  if (a.createdAt === b.createdAt && (a.parentId === null) !== (b.parentId === null)) {
    return a.parentId === null ? -1 : 1
  }
  return byAge(a, b) || (a.id < b.id ? -1 : 1)
}

/** The first that fits: by rounds of calls, then scopes, then the calls of a round. */
function choose(
  { rounds }: Caller,
  findings: readonly Finding[],
  own: number,
): { place: number; end: number } | null {
  for (const round of rounds) {
    for (const scope of SCOPES) {
      for (const call of round) {
        const people = peopleCalled(call, findings, scope, own)
        const [place] = people.values()
        if (people.size > 1 || (people.size > 0 && call.isOfThread && scope === 'all')) return null
        if (place !== undefined) return { place, end: call.end }
      }
    }
  }
  return null
}

/** Where each person stands nearest in a scope that a call may mean. */
function peopleCalled(
  { slots, ofSelf }: Call,
  findings: readonly Finding[],
  scope: Finding['scope'],
  own: number,
): Map<number, number> {
  const people = new Map<number, number>()
  for (const finding of findings) {
    if (finding.scope !== scope || !slots.includes(finding.slot)) continue
    for (const { name, place } of finding.latest) if ((name === own) === ofSelf) people.set(name, place)
  }
  return people
}
