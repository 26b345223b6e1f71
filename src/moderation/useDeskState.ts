import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { WaitingComment } from '../api/moderating.ts'
import { useAmbient } from '../ui/ambient.tsx'
import { useAnnounce } from '../ui/parts/Announcer.tsx'
import { focusWhenThere } from '../ui/parts/focusWhenThere.ts'
import { labelName } from '../ui/parts/names.ts'
import type { Calls } from './calls.ts'
import { inDiscussion, type Desk, type Done, type Saying } from './useDesk.ts'
import { elementIdOf, QUEUE_HEADING } from './elementIds.ts'
import type { DeskWords } from './messages/englishDesk.ts'
import { keyOf, neighbourOf, withClosed, withComment, withItem, withoutItem } from './queueCache.ts'
import { reasonName } from './reasonDraft.ts'
import { titleOf } from './titleOf.ts'
import { deskCache } from './deskCache.ts'

/** Keeps what is shown in step with what was done. Little is read again for that. */
export function useDeskState(calls: Calls, words: DeskWords): Desk {
  const { device, messages } = useAmbient()
  const announce = useAnnounce()
  const queryClient = useQueryClient()
  const cache = deskCache(queryClient)
  const [done, setDone] = useState<readonly Done[]>([])
  const [said, setSaid] = useState<Saying | null>(null)

  function tell(saying: Saying, announced = saying(words)): void {
    setSaid(() => saying)
    announce(announced)
  }

  /** Focus goes on before it goes. */
  function take(item: WaitingComment): number {
    const queue = cache.queue()
    const next = queue ? neighbourOf(queue, keyOf(item)) : null
    const to = next ? elementIdOf(keyOf(next)) : QUEUE_HEADING
    focusWhenThere(document, { to, from: [document.getElementById(elementIdOf(keyOf(item)))] })
    return cache.change((known) => withoutItem(known, keyOf(item)), keyOf(item))
  }

  return {
    calls,
    words,
    done,
    said,
    settle(item, entry) {
      const waiting = take(item)
      cache.note(entry)
      setDone((all) => [...all, { entry, item }])
      const name = labelName(item.comment.author.name, messages)
      const result = words.result(words.did[entry.action], waiting)
      tell((deskWords) => deskWords.didTo(deskWords.did[entry.action], name), result)
    },
    leave(item) {
      take(item)
      tell((deskWords) => deskWords.decidedElsewhere(labelName(item.comment.author.name, messages)))
    },
    renew(comment) {
      cache.change((queue) => withComment(queue, comment))
    },
    turn({ discussion }, closed, entry) {
      const waiting = cache.change((queue) => withClosed(queue, discussion.id, closed))
      setDone((all) => inDiscussion(all, discussion.id, closed))
      if (entry === null) {
        return tell((deskWords) => (closed ? deskWords.closedElsewhere : deskWords.reopenedElsewhere))
      }
      cache.note(entry)
      setDone((all) => [...all, { entry, item: null }])
      const result = words.result(words.did[entry.action], waiting)
      tell((deskWords) => deskWords.didTo(deskWords.did[entry.action], titleOf(discussion)), result)
    },
    revert(entryId, { entry, comment }) {
      const known = done.find((each) => each.entry.id === entryId)
      cache.note(entry)
      setDone((all) => all.filter((each) => each.entry.id !== entryId))
      const item = known?.item && comment ? waitingAgain(known.item, comment.revision) : null
      if (item && known?.entry.action === 'reject') device.write(reasonName(keyOf(item)), known.entry.reason)
      const isTurned = known !== undefined && comment === null
      const closed = known?.entry.action === 'reopen'
      if (isTurned) setDone((all) => inDiscussion(all, entry.discussionId, closed))
      const waiting = cache.change((queue) =>
        item ? withItem(queue, item) : isTurned ? withClosed(queue, entry.discussionId, closed) : queue,
      )
      if (!known) void cache.readAgain()
      tell((deskWords) => deskWords.undone(waiting))
      return item
    },
    forget: (entryId) => setDone((all) => all.filter((each) => each.entry.id !== entryId)),
  }
}

/** With its text as it was before, as what is not shown to readers is told without. */
function waitingAgain(item: WaitingComment, revision: number): WaitingComment {
  return { ...item, comment: { ...item.comment, revision } }
}
