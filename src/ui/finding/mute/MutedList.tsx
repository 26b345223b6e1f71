import { useRef } from 'react'
import { useMessages } from '../../ambient.tsx'
import { useFindingMessages } from '../../messages/useFindingMessages.ts'
import { useAnnounce } from '../../parts/Announcer.tsx'
import controls from '../../parts/controls.module.css'
import { labelName, shownName } from '../../parts/names.ts'
import { useMutes } from './mutes.ts'
import styles from './Muted.module.css'

/** Everybody whom the reader has muted, and the way back. */
export function MutedList() {
  const messages = useMessages()
  const words = useFindingMessages()
  const announce = useAnnounce()
  const { mutes, unmute } = useMutes()
  const place = useRef<HTMLDivElement>(null)

  function end(name: string) {
    // Focus is not to go with what it is on.
    place.current?.focus()
    unmute(name)
    announce(words.unmuted(labelName(name, messages)))
  }

  return (
    <section ref={place} tabIndex={-1} aria-label={words.mutedList} className={styles.place}>
      {mutes.size === 0 ? (
        <p className={styles.none}>{words.nobodyMuted}</p>
      ) : (
        <ul className={styles.list}>
          {Array.from(mutes, ([folded, name]) => (
            <li key={folded}>
              <bdi>{shownName(name, messages)}</bdi>
              <button
                type="button"
                className={controls.quiet}
                aria-label={words.unmuteName(labelName(name, messages))}
                onClick={() => end(name)}
              >
                {words.unmute}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
