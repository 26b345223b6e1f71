import type { InfiniteData } from '@tanstack/react-query'
import type { ModeratingOutput, WaitingComment } from '../api/moderating.ts'
import type { Comment } from '../domain/comment.ts'
import type { CommentId, DiscussionId } from '../domain/ids.ts'

type Page = ModeratingOutput<'readQueue'>

/** What was read of the queue so far. */
export type QueuePages = InfiniteData<Page, string | null>

/** Names a comment among those of all discussions. */
export type WaitingKey = { discussionId: DiscussionId; commentId: CommentId }

export function keyOf({ comment }: WaitingComment): WaitingKey {
  return { discussionId: comment.discussionId, commentId: comment.id }
}

export function isOf({ comment }: WaitingComment, { discussionId, commentId }: WaitingKey): boolean {
  return comment.id === commentId && comment.discussionId === discussionId
}

export function itemsOf({ pages }: Pick<QueuePages, 'pages'>): WaitingComment[] {
  return pages.flatMap(({ items }) => items)
}

/** How many wait, as was told last. */
export function totalOf({ pages }: Pick<QueuePages, 'pages'>): number {
  return pages.at(-1)?.total ?? 0
}

export function withTotal(queue: QueuePages, total: number): QueuePages {
  return mapPages(queue, (page) => ({ ...page, total: Math.max(0, total) }))
}

/** Without one that was decided on. */
export function withoutItem(queue: QueuePages, key: WaitingKey): QueuePages {
  if (!itemsOf(queue).some((item) => isOf(item, key))) return queue
  const rest = mapPages(queue, (page) => ({ ...page, items: page.items.filter((item) => !isOf(item, key)) }))
  return withTotal(rest, totalOf(queue) - 1)
}

/** With one that waits again, among those that wait as long. */
export function withItem(queue: QueuePages, item: WaitingComment): QueuePages {
  if (itemsOf(queue).some((each) => isOf(each, keyOf(item)))) return queue
  const at = queue.pages.findIndex((page) => page.items.some((each) => isBefore(item, each)))
  const place = at < 0 ? queue.pages.length - 1 : at
  const more = mapPages(queue, (page, index) =>
    index === place ? { ...page, items: inOrder([...page.items, item]) } : page,
  )
  return withTotal(more, totalOf(queue) + 1)
}

/** With a comment as it has become. */
export function withComment(queue: QueuePages, comment: Comment): QueuePages {
  const key = { discussionId: comment.discussionId, commentId: comment.id }
  return mapItems(queue, (item) => (isOf(item, key) ? { ...item, comment } : item))
}

/** With a discussion closed, or open again, wherever something of it waits. */
export function withClosed(queue: QueuePages, id: DiscussionId, closed: boolean): QueuePages {
  return mapItems(queue, (item) =>
    item.discussion.id === id ? { ...item, discussion: { ...item.discussion, closed } } : item,
  )
}

/** Where focus goes on when an item goes: the next one, else the one before it; `null` where there is no other. */
export function neighbourOf(queue: QueuePages, key: WaitingKey): WaitingComment | null {
  const items = itemsOf(queue)
  const at = items.findIndex((item) => isOf(item, key))
  return at < 0 ? null : (items[at + 1] ?? items[at - 1] ?? null)
}

function mapPages(queue: QueuePages, change: (page: Page, index: number) => Page): QueuePages {
  return { ...queue, pages: queue.pages.map(change) }
}

function mapItems(queue: QueuePages, change: (item: WaitingComment) => WaitingComment): QueuePages {
  return mapPages(queue, (page) => ({ ...page, items: page.items.map(change) }))
}

function inOrder(items: readonly WaitingComment[]): WaitingComment[] {
  return items.toSorted((one, other) => (isBefore(one, other) ? -1 : 1))
}

/** As the queue is sorted: the longest waiting first. */
function isBefore(one: WaitingComment, other: WaitingComment): boolean {
  const [mine, its] = [one, other].map(({ waitingSince, comment }) => [
    waitingSince,
    comment.discussionId,
    comment.id,
  ])
  return String(mine) < String(its)
}
