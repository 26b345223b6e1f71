import { useSyncExternalStore } from 'react'
import { useAmbient } from '../ambient.tsx'

/** The running minute, in milliseconds since 1970. */
export function useMinute(): number {
  const { minuteClock } = useAmbient()
  return useSyncExternalStore(minuteClock.subscribe, minuteClock.read, minuteClock.read)
}
