import { useSyncExternalStore } from 'react'

/** Whether scripts run: not yet in the page as it comes, nor while it is hydrated. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
}
