import type { CommentId, DiscussionId } from '../domain/ids.ts'
import type { TextRange } from './lines.ts'
import type { LocalTime } from './localTime.ts'
import { pairSet } from './pairSet.ts'

/** What tells a comment from all others of its discussion. */
export type CommentIdentity = {
  parentId: CommentId | null
  author: string
  /** As the page shows it. */
  date: LocalTime
  body: TextRange
}

/**
 * Makes the ids of one discussion's comments, each from 62 bits of hash in base 36. They follow from what a comment is,
 * not from where it stands, so that a later capture of the page, with new threads at its top, gives the same ids.
 * Comments that are the same in everything are told apart by their order. All ids of one maker differ.
 */
export function commentIdMaker(discussionId: DiscussionId): (identity: CommentIdentity) => CommentId {
  const discussion = hashText(EMPTY, whole(discussionId))
  const used = pairSet()
  const occurrences = new Map<string, number>()
  return ({ parentId, author, date, body }) => {
    let hash = parentId === null ? discussion : hashText(discussion, whole(parentId))
    hash = hashText(hash, whole(author))
    hash = hashNumber(hash, (date.year * 12 + date.month) * 31 + date.day)
    hash = hashNumber(hash, date.hour * 60 + date.minute)
    hash = finish(hashEnds(hash, body))
    if (used.add(hash.left, hash.right)) return idOf(hash)
    const first = idOf(hash)
    let occurrence = occurrences.get(first) ?? 1
    let next = hash
    do next = finish(hashNumber(hash, ++occurrence))
    while (!used.add(next.left, next.right))
    occurrences.set(first, occurrence)
    return idOf(next)
  }
}

/** Two lanes of 32 bits. */
type Hash = { left: number; right: number }

const EMPTY: Hash = { left: 0x2545f491, right: 0x41c6ce57 }
const LEFT_FACTOR = 0x9e3779b1 | 0
const RIGHT_FACTOR = 0x85ebca77 | 0

function whole(text: string): TextRange {
  return { text, start: 0, end: text.length }
}

/** Of a long text, how many characters at each end are hashed. */
const END_LENGTH = 128

/** Hashes the beginning, the end and the length of a text, which tell what one person writes within a minute apart. */
function hashEnds(hash: Hash, { text, start, end }: TextRange): Hash {
  if (end - start <= 2 * END_LENGTH) return hashText(hash, { text, start, end })
  const begun = hashText(hash, { text, start, end: start + END_LENGTH })
  return hashNumber(hashText(begun, { text, start: end - END_LENGTH, end }), end - start)
}

/**
 * Hashes the characters and their number, so that "ab", "c" is not "a", "bc". Of each four characters two go into each
 * lane, and the left lane into the right, which costs half of what putting all into both does.
 */
function hashText(hash: Hash, { text, start, end }: TextRange): Hash {
  let { left, right } = hash
  let at = start
  for (; at + 3 < end; at += 4) {
    left = step(left, text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16), LEFT_FACTOR)
    right = step(right ^ left, text.charCodeAt(at + 2) | (text.charCodeAt(at + 3) << 16), RIGHT_FACTOR)
  }
  let result = { left, right }
  for (; at < end; at++) result = hashNumber(result, text.charCodeAt(at))
  return hashNumber(result, end - start)
}

function hashNumber({ left, right }: Hash, value: number): Hash {
  return { left: step(left, value, LEFT_FACTOR), right: step(right, value, RIGHT_FACTOR) }
}

/** Different for each lane and each value; the rotation lets every bit reach all others within a few steps. */
function step(lane: number, value: number, factor: number): number {
  const mixed = lane ^ value
  return Math.imul((mixed << 13) | (mixed >>> 19), factor)
}

/** Mixes the lanes with each other and leaves 31 bits of each, which are six digits of base 36. */
function finish({ left, right }: Hash): Hash {
  const first = mix(left ^ mix(right))
  const second = mix(right ^ first)
  return { left: first >>> 1, right: second >>> 1 || 1 }
}

/** The last step of MurmurHash3 by Austin Appleby, in the public domain. */
function mix(lane: number): number {
  let mixed = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}

function idOf({ left, right }: Hash): CommentId {
  return (base36(left) + base36(right)) as CommentId
}

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz'
const PAIRS = Array.from(DIGITS, (first) => Array.from(DIGITS, (second) => first + second)).flat()
const PAIR_COUNT = PAIRS.length

/** Six digits, from a table, since `toString(36)` is slow. */
function base36(lane: number): string {
  const upper = Math.floor(lane / PAIR_COUNT)
  const first = Math.floor(upper / PAIR_COUNT)
  return `${PAIRS[first]}${PAIRS[upper % PAIR_COUNT]}${PAIRS[lane % PAIR_COUNT]}`
}
