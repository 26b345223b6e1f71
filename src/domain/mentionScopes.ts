import type { Comment } from './comment.ts'
import type { CommentId } from './ids.ts'
import type { Calls } from './mentionCalls.ts'

/** Where the called may stand, the nearest first: above the comment, in its thread, anywhere. */
export const SCOPES = ['above', 'thread', 'all'] as const

/** The last comments of people that came before a caller in a scope and go by a slot. */
export type Finding = { scope: (typeof SCOPES)[number]; slot: number; latest: readonly Latest[] }

type Latest = { name: number; place: number }

/**
 * Of the people whom one slot can mean as many are kept, the latest first: where there are two besides the caller, it means
 * nobody.
 */
const MOST_KEPT = 3

/** By caller, who is found in each scope. Comments are given oldest first; their places are their numbers. */
export function findInScopes(comments: readonly Comment[], calls: Calls): ReadonlyMap<number, Finding[]> {
  const findings = new Map<number, Finding[]>()
  for (const place of calls.callers.keys()) findings.set(place, [])
  const parents = parentsOf(comments)
  const tops: number[] = []
  for (const [place, parent] of parents.entries()) tops.push(tops[parent] ?? place)
  const calling = new Set<number>()
  for (const place of calls.callers.keys()) calling.add(tops[place] ?? place)
  findAbove(parents, calls, { calling, findings })
  findBefore(tops, calls, { calling, findings })
  return findings
}

/** `calling` are the tops of the threads in which somebody is called. */
type Search = { calling: ReadonlySet<number>; findings: ReadonlyMap<number, Finding[]> }

/** The places of the parents; -1 where there is none that is older. */
function parentsOf(comments: readonly Comment[]): number[] {
  const places = new Map<CommentId, number>()
  for (const [place, { id }] of comments.entries()) places.set(id, place)
  return comments.map(({ parentId }, place) => {
    const parent = parentId === null ? undefined : places.get(parentId)
    return parent !== undefined && parent < place ? parent : -1
  })
}

/** Walks the threads downwards, and takes back on the way up what a comment adds to those above its replies. */
function findAbove(parents: readonly number[], calls: Calls, { calling, findings }: Search): void {
  const replies = new Map<number, number[]>()
  for (const [place, parent] of parents.entries()) {
    const siblings = replies.get(parent)
    if (siblings) siblings.push(place)
    else if (parent !== -1) replies.set(parent, [place])
  }
  const kept = new Map<number, (readonly Latest[])[]>()
  for (const top of calling) {
    const waiting = [top]
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (next < 0) {
        for (const slot of slotsAt(~next, calls)) kept.get(slot)?.pop()
        continue
      }
      note(next, 'above', calls, findings, (slot) => kept.get(slot)?.at(-1))
      const below = replies.get(next)
      if (!below) continue
      waiting.push(~next)
      for (const slot of slotsAt(next, calls)) {
        const stack = kept.get(slot) ?? []
        stack.push(withLatest(stack.at(-1), { name: calls.nameOf[next] ?? -1, place: next }))
        kept.set(slot, stack)
      }
      for (const reply of below) waiting.push(reply)
    }
  }
}

/** Goes through all comments by age. */
function findBefore(tops: readonly number[], calls: Calls, { calling, findings }: Search): void {
  const inAll = new Map<number, readonly Latest[]>()
  const inThreads = new Map<number, Map<number, readonly Latest[]>>()
  for (const top of calling) inThreads.set(top, new Map())
  for (const [place, top] of tops.entries()) {
    const inThread = inThreads.get(top)
    note(place, 'thread', calls, findings, (slot) => inThread?.get(slot))
    note(place, 'all', calls, findings, (slot) => inAll.get(slot))
    for (const slot of slotsAt(place, calls)) {
      const latest = { name: calls.nameOf[place] ?? -1, place }
      inAll.set(slot, withLatest(inAll.get(slot), latest))
      inThread?.set(slot, withLatest(inThread.get(slot), latest))
    }
  }
}

function note(
  place: number,
  scope: Finding['scope'],
  { callers }: Calls,
  findings: Search['findings'],
  find: (slot: number) => readonly Latest[] | undefined,
): void {
  const caller = callers.get(place)
  if (!caller) return
  for (const slot of caller.slots) {
    const latest = find(slot)
    if (latest) findings.get(place)?.push({ scope, slot, latest })
  }
}

function slotsAt(place: number, { slots, nameOf }: Calls): readonly number[] {
  return slots[nameOf[place] ?? -1] ?? NONE
}

const NONE: readonly number[] = []

function withLatest(kept: readonly Latest[] = [], latest: Latest): Latest[] {
  return [latest, ...kept.filter(({ name }) => name !== latest.name)].slice(0, MOST_KEPT)
}
