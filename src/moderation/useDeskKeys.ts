import { useEffect, useEffectEvent, type RefObject } from 'react'
import { isTaken } from '../ui/finding/keys/isTaken.ts'
import { deskActionOf } from './deskKeys.ts'

const ITEM = 'article[data-waiting]'

/** Single keys, while focus is within the place (WCAG 2.1.4). They press what is there anyhow. */
export function useDeskKeys(
  place: RefObject<HTMLElement | null>,
  { onUndo, onHelp }: { onUndo: () => void; onHelp: () => void },
): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { current: within } = place
    const action = deskActionOf(event)
    if (!within || !action || isTaken(event, document)) return
    event.preventDefault()
    switch (action) {
      case 'next':
        return step(within, 1)
      case 'previous':
        return step(within, -1)
      case 'undo':
        return onUndo()
      case 'help':
        return onHelp()
      default:
        document.activeElement?.closest(ITEM)?.querySelector<HTMLElement>(`[data-act="${action}"]`)?.click()
    }
  })
  useEffect(() => {
    const { current: within } = place
    const listener = (event: KeyboardEvent) => onKey(event)
    within?.addEventListener('keydown', listener)
    return () => within?.removeEventListener('keydown', listener)
  }, [place])
}

/** To the next item, or the one before; from where none has focus, to the first. */
function step(within: HTMLElement, by: 1 | -1): void {
  const items = [...within.querySelectorAll<HTMLElement>(ITEM)]
  const at = items.findIndex((item) => item.contains(document.activeElement))
  const next = at < 0 ? items[0] : items[at + by]
  next?.focus()
}
