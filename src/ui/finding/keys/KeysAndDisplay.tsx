import { useState, type RefObject } from 'react'
import { createPortal } from 'react-dom'
import { useAmbient } from '../../ambient.tsx'
import type { ThreadView } from '../../discussion/threadView.ts'
import type { Threads } from '../../discussion/useThreads.ts'
import { useFindingMessages } from '../../messages/useFindingMessages.ts'
import controls from '../../parts/controls.module.css'
import { lazyPart } from '../../parts/lazyPart.tsx'
import { useStored } from '../../parts/useStored.ts'
import { useReading } from '../settings/useReading.ts'
import { useSlot } from '../visits/useSlot.ts'
import { BackToArticle } from './BackToArticle.tsx'
import { useKeys } from './useKeys.ts'
import styles from './KeysAndDisplay.module.css'

const HelpDialog = lazyPart(async () => (await import('../settings/HelpDialog.tsx')).HelpDialog)

/** Moving by single keys, and how the discussion is shown: both as the reader wants it, on this device. */
export function KeysAndDisplay({
  threads,
  view,
  place,
}: {
  threads: Threads
  view: ThreadView
  place: RefObject<HTMLElement | null>
}) {
  const words = useFindingMessages()
  const { device } = useAmbient()
  const slot = useSlot(place, 'tools')
  const [isOpen, setOpen] = useState(false)
  const [keys, storeKeys] = useStored(device, 'keys')
  const isOn = keys !== 'off'
  const reading = useReading(place)
  useKeys(place, { threads, view, isOn, onHelp: () => setOpen(true) })
  return (
    <>
      {slot &&
        createPortal(
          <button
            type="button"
            className={`${controls.quiet} ${styles.tool}`}
            aria-label={words.keysAndDisplay}
            aria-haspopup="dialog"
            title={words.keysAndDisplay}
            onClick={() => setOpen(true)}
          >
            <svg viewBox="0 0 24 24" aria-hidden="true" className={styles.icon}>
              <rect x="2" y="5" width="20" height="14" rx="2.5" />
              <path d="M6 9.5h.01M10 9.5h.01M14 9.5h.01M18 9.5h.01M6 14.5h.01M9.5 14.5h5M18 14.5h.01" />
            </svg>
          </button>,
          slot,
        )}
      {isOpen && (
        <HelpDialog
          isOn={isOn}
          onSwitch={(on) => storeKeys(on ? null : 'off')}
          reading={reading}
          onClose={() => setOpen(false)}
        />
      )}
      <BackToArticle place={place} />
    </>
  )
}
