import { useSyncExternalStore, type RefObject } from 'react'
import { createPortal } from 'react-dom'
import { useFindingMessages } from '../../messages/useFindingMessages.ts'
import controls from '../../parts/controls.module.css'

/** Of fewer comments a picture tells nothing that is not seen anyhow. */
const FEWEST = 8

/** Opens the picture of a discussion, where that is worth it; it stands in the room beside the search field. */
export function OverviewButton({
  place,
  count,
  isOpen,
  onToggle,
}: {
  place: RefObject<HTMLElement | null>
  /** Of comments. */
  count: number
  isOpen: boolean
  onToggle: () => void
}) {
  const messages = useFindingMessages()
  const slot = useSyncExternalStore<Element | null>(
    hearNothing,
    () => place.current?.querySelector('[data-slot=tools]') ?? null,
    () => null,
  )
  if (slot === null || (count < FEWEST && !isOpen)) return null
  return createPortal(
    <button
      type="button"
      className={controls.quiet}
      aria-label={messages.overview}
      title={messages.overview}
      aria-expanded={isOpen}
      onClick={onToggle}
    >
      <svg aria-hidden="true" viewBox="0 0 16 16" width="18" height="18" fill="currentColor">
        <path d="M1 9h3v6H1zM6.5 2h3v13h-3zM12 6h3v9h-3z" />
      </svg>
    </button>,
    slot,
  )
}

/** The toolbar comes with the first comment, with which all is drawn anew. */
function hearNothing() {
  return () => {}
}
