import { useRef, useState } from 'react'
import type { Comment } from '../../domain/comment.ts'
import type { Instant } from '../../domain/ids.ts'
import { useAmbient } from '../ambient.tsx'
import { composerIds } from '../composer/composerIds.ts'
import { useFocusKept } from '../composer/useFocusKept.ts'
import { CopyLink } from '../finding/permalink/CopyLink.tsx'
import { BranchItem } from '../finding/branch/BranchItem.tsx'
import { MuteItem } from '../finding/mute/MuteItem.tsx'
import type { ThreadView } from '../discussion/threadView.ts'
import { useAnnounce } from '../parts/Announcer.tsx'
import controls from '../parts/controls.module.css'
import { useMinute } from '../parts/useMinute.ts'
import { DELETE_AFTER_MS, writeDeletion } from './deletion.ts'
import { ReportForm } from './ReportForm.tsx'
import { readToken } from './tokens.ts'
import { useWritingMessages } from '../messages/useWritingMessages.ts'
import styles from './own.module.css'

/** What can be done with a comment beyond answering it: its writer may edit and delete it for a while, others report it. */
export function CommentMenu({
  comment,
  view,
  onClose,
}: {
  comment: Comment
  view: ThreadView
  onClose: () => void
}) {
  const { device, messages } = useAmbient()
  const words = useWritingMessages()
  const announce = useAnnounce()
  const minute = useMinute()
  const [isReporting, setReporting] = useState(false)
  const { id, editableUntil, revision } = comment
  const isOwn = readToken(device, id) !== null
  const isEditable = isOwn && editableUntil !== null && minute !== null && minute < Date.parse(editableUntil)
  const place = `comment-${id}`
  const menu = useRef<HTMLDivElement>(null)
  // What can be done with it goes with time.
  useFocusKept(
    () => menu.current,
    () => view.requestFocus({ to: place, from: [] }),
  )

  function edit(button: Element) {
    writeDeletion(device, id, null)
    view.deleting.change((ids) => ids.delete(id))
    view.openEdits.change((ids) => ids.add(id))
    view.requestFocus({ to: composerIds(id, 'edit').text, from: [button] })
    onClose()
  }

  function remove(button: Element) {
    writeDeletion(device, id, { until: Date.now() + DELETE_AFTER_MS, revision })
    view.openEdits.change((ids) => ids.delete(id))
    view.deleting.change((ids) => ids.add(id))
    announce(words.willBeDeleted)
    view.requestFocus({ to: place, from: [button] })
    onClose()
  }

  if (isReporting) return <ReportForm comment={comment} view={view} onClose={onClose} />
  return (
    <div ref={menu} className={styles.menu}>
      {isEditable ? (
        <>
          {!view.discussion.closed && (
            <button type="button" className={controls.quiet} onClick={(event) => edit(event.currentTarget)}>
              {words.edit}
            </button>
          )}
          <button type="button" className={controls.quiet} onClick={(event) => remove(event.currentTarget)}>
            {words.deleteComment}
          </button>
          <p>{words.editableUntil(timeOfDay(editableUntil, messages.locale))}</p>
        </>
      ) : isOwn ? (
        <p>{words.noLongerEditable}</p>
      ) : (
        <button type="button" className={controls.quiet} onClick={() => setReporting(true)}>
          {words.report}
        </button>
      )}
      <CopyLink commentId={id} />
      <BranchItem comment={comment} view={view} onClose={onClose} />
      {!isOwn && <MuteItem comment={comment} view={view} onClose={onClose} />}
    </div>
  )
}

function timeOfDay(instant: Instant, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(new Date(instant))
}
