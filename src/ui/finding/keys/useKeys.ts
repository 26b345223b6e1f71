import { useEffect, useEffectEvent, type RefObject } from 'react'
import type { ThreadView } from '../../discussion/threadView.ts'
import type { Threads } from '../../discussion/useThreads.ts'
import { useFindingMessages } from '../../messages/useFindingMessages.ts'
import { useAnnounce } from '../../parts/Announcer.tsx'
import { rootOf } from '../../parts/focusWhenThere.ts'
import { keepLoading } from '../../parts/lazyPart.tsx'
import { isTaken } from './isTaken.ts'
import { actionOf } from './keyTable.ts'

const load = async () => (await import('./act.ts')).act

/**
 * Has single keys move through what is drawn, and press what is there anyhow. In our own page they do so wherever focus is, in somebody's page
 * only while it is within the discussion (WCAG 2.1.4).
 */
export function useKeys(
  place: RefObject<HTMLElement | null>,
  { threads, view, isOn, onHelp }: { threads: Threads; view: ThreadView; isOn: boolean; onHelp: () => void },
): void {
  const words = useFindingMessages()
  const announce = useAnnounce()
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { current: within } = place
    const action = isOn ? actionOf(event) : null
    if (!within || !action || isTaken(event, rootOf(within))) return
    event.preventDefault()
    if (action === 'help') return onHelp()
    const onNothingNew = () => announce(words.nothingNew)
    void keepLoading(load).then((act) => act(action, { within, threads, view, onNothingNew }))
  })
  useEffect(() => {
    if (!place.current) return undefined
    const root = rootOf(place.current)
    const listener = (event: Event) => {
      if (event instanceof KeyboardEvent) onKey(event)
    }
    root.addEventListener('keydown', listener)
    return () => root.removeEventListener('keydown', listener)
  }, [place])
}
