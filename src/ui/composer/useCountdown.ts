import { useEffect, useRef } from 'react'
import { useMessages } from '../ambient.tsx'
import { useAnnounce } from '../parts/Announcer.tsx'

/** At each of these, and at the first that is shown. */
const TOLD_AT = [100, 20, -1]

/**
 * Says how many characters are left: where that is first shown, where few are, where there are too many, and where there no longer
 * are; not at every key.
 */
export function useCountdown(left: number, shownFrom: number): void {
  const messages = useMessages()
  const announce = useAnnounce()
  const steps = [shownFrom, ...TOLD_AT]
  const step = steps.filter((each) => left <= each).length
  const last = useRef(step)
  useEffect(() => {
    const before = last.current
    last.current = step
    if (step > before || (before === steps.length && step < before)) announce(messages.charactersLeft(left))
  }, [step, steps.length, left, messages, announce])
}
