import type { RefObject } from 'react'
import { createPortal } from 'react-dom'
import { useFindingMessages } from '../../messages/useFindingMessages.ts'
import controls from '../../parts/controls.module.css'
import styles from './SearchResults.module.css'

/** The way back from a comment to where it was found; it floats at the end of what is in view of the discussion, and moves nothing. */
export function BackToResults({
  place,
  onBack,
}: {
  place: RefObject<HTMLElement | null>
  onBack: () => void
}) {
  const messages = useFindingMessages()
  if (!place.current) return null
  return createPortal(
    <div className={styles.back}>
      <button type="button" data-floating className={controls.primary} onClick={onBack}>
        {messages.backToResults}
      </button>
    </div>,
    place.current,
  )
}
