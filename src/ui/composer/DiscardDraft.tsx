import { useEffect, useState } from 'react'
import { cleared, isBare } from '../drafts/draft.ts'
import { UNDO_MS } from '../drafts/useDraft.ts'
import { useWritingMessages } from '../messages/useWritingMessages.ts'
import { useAnnounce } from '../parts/Announcer.tsx'
import controls from '../parts/controls.module.css'
import type { Composer } from './useComposer.ts'
import styles from './ComposerForm.module.css'

/** Discards a draft, and gives it back for a while. */
export function DiscardDraft({ composer }: { composer: Pick<Composer, 'draft' | 'change'> }) {
  const words = useWritingMessages()
  const announce = useAnnounce()
  const { draft, change } = composer
  const { body, returned, discarded } = draft
  const canUndo = useIsBefore(discarded?.until ?? 0)

  function discard() {
    change({ ...cleared(draft), discarded: { body, returned, until: Date.now() + UNDO_MS } })
    announce(words.draftDiscardedFor)
  }

  if (!isBare(draft)) {
    return (
      <button type="button" className={controls.quiet} onClick={discard}>
        {words.discardDraft}
      </button>
    )
  }
  if (discarded === null || !canUndo) return null
  return (
    <p className={styles.discarded}>
      {words.draftDiscarded}
      <button
        type="button"
        className={controls.quiet}
        onClick={() => {
          change({ body: discarded.body, returned: discarded.returned, caret: null, discarded: null })
        }}
      >
        {words.undo}
      </button>
    </p>
  )
}

/** Whether that time, in milliseconds since 1970, is still to come; renders again when it has. */
function useIsBefore(time: number): boolean {
  const [openedAt] = useState(() => Date.now())
  const [passed, setPassed] = useState(0)
  useEffect(() => {
    const timer = setTimeout(() => setPassed(time), Math.max(0, time - Date.now()))
    return () => clearTimeout(timer)
  }, [time])
  return time > openedAt && time > passed
}
