import { useRef, type RefObject } from 'react'
import type { ThreadView } from '../../discussion/threadView.ts'
import { useFindingMessages } from '../../messages/useFindingMessages.ts'
import { useAnnounce } from '../../parts/Announcer.tsx'
import controls from '../../parts/controls.module.css'
import type { Standing } from '../keys/readingOrder.ts'
import { firstAhead } from './firstAhead.ts'
import type { FreshPlace } from './freshComments.ts'
import { useFloating } from './useFloating.ts'
import styles from './NextNew.module.css'

/**
 * Leads from one new comment to the next, from where the reader is, and from the last to the first. One that is not drawn is gone to by its
 * permalink, which loads what is around it. Floats at the lower edge of the window while the threads go by.
 */
export function NextNew({
  places,
  standing,
  view,
  place,
}: {
  places: readonly FreshPlace[]
  standing: readonly Standing[]
  view: ThreadView
  place: RefObject<HTMLElement | null>
}) {
  const words = useFindingMessages()
  const announce = useAnnounce()
  const float = useRef<HTMLDivElement>(null)
  const gone = useRef<FreshPlace['id'] | null>(null)
  const find = () => (place.current ? firstAhead(place.current, places, standing, gone.current) : 0)
  const next = useFloating(place, float, find)
  const ahead = Math.max(0, places.length - next)

  function go() {
    const index = find()
    const target = places[index] ?? places[0]
    if (!target) return
    if (index >= places.length) announce(words.newFromStart)
    gone.current = target.id
    if (target.isDrawn) {
      view.reveal(target.id)
      view.requestFocus({ to: `comment-${target.id}`, from: 'anywhere', scroll: 'start' })
    } else if (place.current) goToAddress(`#comment-${target.id}`, place.current)
  }

  return (
    <div ref={float} className={styles.place}>
      <button
        type="button"
        data-floating
        data-next-new
        className={`${controls.button} ${styles.next}`}
        title={words.newAhead(ahead)}
        onClick={go}
      >
        {words.nextNew}
        {ahead > 0 && (
          <span aria-hidden="true" className={styles.ahead}>
            {words.count(ahead)}
          </span>
        )}
      </button>
    </div>
  )
}

/** As a link does, which a page around this may follow in its own way; also where the address is that already. */
function goToAddress(hash: string, within: Element): void {
  if (location.hash === hash) return void dispatchEvent(new HashChangeEvent('hashchange'))
  const link = document.createElement('a')
  link.href = hash
  link.hidden = true
  within.append(link)
  link.click()
  link.remove()
}
