import type { Comment } from '../../../domain/comment.ts'
import { useAmbient } from '../../ambient.tsx'
import type { ThreadView } from '../../discussion/threadView.ts'
import { useFindingMessages } from '../../messages/useFindingMessages.ts'
import { useAnnounce } from '../../parts/Announcer.tsx'
import controls from '../../parts/controls.module.css'
import { labelName } from '../../parts/names.ts'
import { lastMuting } from './lastMuting.ts'
import { canMute, isMuted, useMutes } from './mutes.ts'

/** In the menu of a comment: shows no more of its writer. Nothing where that is the reader. */
export function MuteItem({
  comment,
  view,
  onClose,
}: {
  comment: Comment
  view: ThreadView
  onClose: () => void
}) {
  const { device, messages } = useAmbient()
  const words = useFindingMessages()
  const announce = useAnnounce()
  const { mutes, mute } = useMutes()
  const { name } = comment.author
  if (!canMute(device, name) || isMuted(mutes, name)) return null
  const label = labelName(name, messages)

  function begin(button: Element) {
    lastMuting(view).write(comment.id)
    mute(name)
    announce(words.nowMuted(label))
    view.requestFocus({ to: `comment-${comment.id}`, from: [button] })
    onClose()
  }

  return (
    <button type="button" className={controls.quiet} onClick={(event) => begin(event.currentTarget)}>
      {words.mute(label)}
    </button>
  )
}
