import type { CommentId, EntryId } from '../domain/ids.ts'
import type { MemoryDiscussion } from './memoryDiscussion.ts'
import type { Memory } from './memoryStore.ts'
import type { Holding, ModeratingStore, StoredEntry, Waiting, WaitingPlace } from './moderatingStore.ts'
import type { Report, StoredComment } from './store.ts'

/** What moderation keeps beside what it is about, and loses together with that. */
export type MemoryModeration = {
  /** The oldest first. */
  log: StoredEntry[]
  /** Which entry has settled a report. */
  settled: WeakMap<Report, EntryId>
  /** Comments that had come and were taken back. */
  takenBack: WeakMap<MemoryDiscussion, Map<CommentId, Holding>>
}

export function createMemoryModeration(): MemoryModeration {
  return { log: [], settled: new WeakMap(), takenBack: new WeakMap() }
}

type Limits = Parameters<ModeratingStore['listWaiting']>[1]

/** As `ModeratingStore.listWaiting` says, but that its time grows with all that is kept. */
export function listWaitingInMemory(
  kept: Memory,
  moderation: MemoryModeration,
  after: WaitingPlace | null,
  limits: Limits,
): { items: Waiting[]; total: number } {
  const all = [...kept.discussions.values()].flatMap((discussion) =>
    [...heldIn(discussion, moderation), ...reportedIn(kept, discussion, moderation)].map(
      ([comment, holding]) => waitingOf(discussion, comment, holding, openReports(kept, moderation, comment)),
    ),
  )
  const items = all
    .toSorted((a, b) => byPlace(placeOf(a), placeOf(b)))
    .filter((waiting) => !after || byPlace(placeOf(waiting), after) > 0)
    .slice(0, limits.items)
    .map((waiting) => ({ ...waiting, reports: waiting.reports.slice(0, limits.reports) }))
  return { items, total: all.length }
}

/** Reports of a comment, settled or not. */
export function reportsOf(
  { reports }: Memory,
  { discussionId, id }: Pick<StoredComment, 'discussionId' | 'id'>,
): Report[] {
  return [...reports.values()].filter(
    (report) => report.discussionId === discussionId && report.commentId === id,
  )
}

/** The oldest first. */
export function openReports(
  kept: Memory,
  { settled }: MemoryModeration,
  comment: Pick<StoredComment, 'discussionId' | 'id'>,
): Report[] {
  return reportsOf(kept, comment)
    .filter((report) => !settled.has(report))
    .toSorted((a, b) => compare(a.receivedAt, b.receivedAt) || compare(a.key, b.key))
}

type Found = [comment: StoredComment, holding: Holding | null]

function heldIn(discussion: MemoryDiscussion, { takenBack }: MemoryModeration): Found[] {
  const withheld = [...discussion.withheld.values()].flatMap((comment): Found[] =>
    comment.heldFor === undefined ? [] : [[comment, { reason: comment.heldFor, since: comment.createdAt }]],
  )
  const back = [...(takenBack.get(discussion) ?? [])].flatMap(([id, holding]): Found[] => {
    const box = discussion.boxes.get(id)
    return box ? [[box.comment, holding]] : []
  })
  return [...withheld, ...back]
}

function reportedIn(
  kept: Memory,
  { record, boxes }: MemoryDiscussion,
  { settled }: MemoryModeration,
): Found[] {
  const open = [...kept.reports.values()].filter(
    (report) => report.discussionId === record.id && !settled.has(report),
  )
  return [...new Set(open.map(({ commentId }) => commentId))].flatMap((id): Found[] => {
    const comment = boxes.get(id)?.comment
    return comment?.status === 'published' ? [[comment, null]] : []
  })
}

/** It waits since it is held, or since the first of its reports. */
function waitingOf(
  discussion: MemoryDiscussion,
  comment: StoredComment,
  holding: Holding | null,
  reports: readonly Report[],
): Waiting {
  const { parentId } = comment
  const parent = parentId === null ? undefined : discussion.boxes.get(parentId)?.comment
  return {
    comment,
    discussion: discussion.record,
    holding,
    reports: reports.map(({ reason, words, receivedAt }) => ({ reason, words, receivedAt })),
    reportCount: reports.length,
    answered: parent
      ? { id: parent.id, author: parent.author, body: parent.body, status: parent.status }
      : null,
    since: holding?.since ?? reports[0]?.receivedAt ?? comment.createdAt,
  }
}

function placeOf({ since, comment }: Waiting): WaitingPlace {
  return { since, discussionId: comment.discussionId, commentId: comment.id }
}

function byPlace(a: WaitingPlace, b: WaitingPlace): number {
  return (
    compare(a.since, b.since) || compare(a.discussionId, b.discussionId) || compare(a.commentId, b.commentId)
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
