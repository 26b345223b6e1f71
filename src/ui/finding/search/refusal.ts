import { useEffect, type RefObject } from 'react'
import { QUERY_LIMIT } from '../../../api/contract.ts'
import type { Problem } from '../../../api/problem.ts'
import { codePoints } from '../../../domain/writing.ts'
import type { FindingMessages } from '../../messages/englishFinding.ts'
import { useAnnounce } from '../../parts/Announcer.tsx'
import { findField } from './searchField.ts'

/** What is wrong with the words themselves, so that nothing but other words helps; `null` where it is something else. */
export function refusalOf({ code }: Problem, messages: FindingMessages): string | null {
  return code === 'invalid' ? messages.searchForNothing : null
}

/** Whether that is more than may be asked for, for which no request is made: it might be longer than addresses may be. */
export function isTooLong(q: string): boolean {
  return codePoints(q) > QUERY_LIMIT
}

/** Has the field say that it is refused, and why; the words stand below it, too. */
export function useRefusal(place: RefObject<HTMLElement | null>, refusal: string | null): void {
  const announce = useAnnounce()
  useEffect(() => {
    const field = findField(place.current)
    if (refusal === null || field === null) return undefined
    field.setAttribute('aria-invalid', 'true')
    field.setAttribute('aria-description', refusal)
    announce(refusal)
    return () => {
      field.removeAttribute('aria-invalid')
      field.removeAttribute('aria-description')
    }
  }, [place, refusal, announce])
}
