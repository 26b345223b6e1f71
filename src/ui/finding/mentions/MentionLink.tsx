import { useRef } from 'react'
import type { ThreadView } from '../../discussion/threadView.ts'
import { useMessages } from '../../ambient.tsx'
import { useFindingMessages } from '../../messages/useFindingMessages.ts'
import { labelName } from '../../parts/names.ts'
import type { FoundMention } from './mentionsFound.ts'
import { previewsOf } from './previews.ts'

/**
 * A name that is called, as it was written, as a link to the comment that it answers. Who points at it, or comes to it by keyboard,
 * gets to see the beginning of that.
 */
export function MentionLink({
  text,
  mention: { targetId, name },
  view,
}: {
  text: string
  mention: FoundMention
  view: ThreadView
}) {
  const messages = useMessages()
  const words = useFindingMessages()
  const previews = previewsOf(view)
  const isPressed = useRef(false)
  return (
    <a
      href={`#comment-${targetId}`}
      aria-label={words.mention(text, labelName(name, messages))}
      onPointerEnter={(event) => {
        // A finger goes there at once.
        if (event.pointerType !== 'touch') previews.point({ link: event.currentTarget, targetId })
      }}
      onPointerLeave={() => previews.leave()}
      onPointerDown={() => (isPressed.current = true)}
      onFocus={(event) => {
        if (!isPressed.current) previews.focus({ link: event.currentTarget, targetId })
        isPressed.current = false
      }}
      onBlur={() => previews.blur()}
      onClick={() => {
        isPressed.current = false
        previews.close()
      }}
    >
      {text}
    </a>
  )
}
