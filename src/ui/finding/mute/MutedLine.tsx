import type { Comment } from '../../../domain/comment.ts'
import { useMessages } from '../../ambient.tsx'
import type { ThreadView } from '../../discussion/threadView.ts'
import { useFindingMessages } from '../../messages/useFindingMessages.ts'
import { useAnnounce } from '../../parts/Announcer.tsx'
import controls from '../../parts/controls.module.css'
import { labelName } from '../../parts/names.ts'
import { useCell } from '../mentions/cell.ts'
import { lastMuting } from './lastMuting.ts'
import { useMutes } from './mutes.ts'
import styles from './Muted.module.css'

/** Says that the writer of a comment is muted, with what there is to do about it. Where that was done just now, it can be undone. */
export function MutedLine({
  comment,
  view,
  isShown,
  onShow,
}: {
  comment: Comment
  view: ThreadView
  isShown: boolean
  onShow: (isShown: boolean) => void
}) {
  const messages = useMessages()
  const words = useFindingMessages()
  const announce = useAnnounce()
  const { unmute } = useMutes()
  const isNew = useCell(lastMuting(view), (id) => id === comment.id)
  const name = labelName(comment.author.name, messages)

  function end() {
    unmute(comment.author.name)
    announce(words.unmuted(name))
  }

  return (
    <p className={styles.line}>
      <span>
        {isNew ? words.nowMuted(name) : isShown ? words.mutedShown(name) : words.mutedComment(name)}
      </span>
      <button type="button" className={controls.quiet} onClick={() => onShow(!isShown)}>
        {isShown ? words.hideMuted : words.showMuted}
      </button>
      <button
        type="button"
        className={controls.quiet}
        aria-label={isNew ? undefined : words.unmuteName(name)}
        onClick={end}
      >
        {isNew ? words.undoMute : words.unmute}
      </button>
    </p>
  )
}
