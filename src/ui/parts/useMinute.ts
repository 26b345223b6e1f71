import { useSyncExternalStore } from 'react'
import { useAmbient } from '../ambient.tsx'

/** The running minute, in milliseconds since 1970; `null` in a page as it comes, which may be read at any time. */
export function useMinute(): number | null {
  const { minuteClock } = useAmbient()
  return useSyncExternalStore<number | null>(minuteClock.subscribe, minuteClock.read, () => null)
}
