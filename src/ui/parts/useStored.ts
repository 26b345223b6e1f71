import { useCallback, useSyncExternalStore } from 'react'
import type { DeviceStorage } from './deviceStorage.ts'

/** A stored text and the way to change it, the same for every user of that name, in every tab. */
export function useStored(
  storage: DeviceStorage,
  name: string,
): [string | null, (value: string | null) => void] {
  const value = useSyncExternalStore(
    useCallback((listener) => storage.subscribe(name, listener), [storage, name]),
    () => storage.read(name),
    () => null,
  )
  return [value, useCallback((next) => storage.write(name, next), [storage, name])]
}
