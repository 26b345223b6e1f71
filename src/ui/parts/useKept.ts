import { useCallback, useSyncExternalStore } from 'react'
import type { DeviceStorage } from './deviceStorage.ts'

/** Whether all that was written is kept, as of the last change under that name. */
export function useKept(storage: DeviceStorage, name: string): boolean {
  return useSyncExternalStore(
    useCallback((listener) => storage.subscribe(name, listener), [storage, name]),
    () => storage.keeps(),
    () => true,
  )
}
