/** Named values that outlive the page, where the browser allows it. */
export type DeviceStorage = {
  read(name: string): string | null
  /** `null` removes it. What could not be kept outlives a re-render, but not the page; `keeps` then turns false. */
  write(name: string, value: string | null): void
  /** Whether everything that was written is kept. */
  keeps(): boolean
  /** Calls `listener` after the value of that name changed, here or in another tab. Gives the way to stop. */
  subscribe(name: string, listener: () => void): () => void
}

/** Begins every name in the browser's storage. */
export const STORAGE_PREFIX = 'soundoff:'

/**
 * Over `localStorage` or `sessionStorage`, got through a function since touching them throws where storage is blocked
 * (then all stays in memory). A full storage throws at a write; that value then stays in memory.
 */
export function createDeviceStorage(open: () => Storage): DeviceStorage {
  const storage = attempt(open)
  const memory = new Map<string, string | null>()
  const listeners = new Map<string, Set<() => void>>()
  const notify = (name: string) => listeners.get(name)?.forEach((listener) => listener())
  const onOtherTab = (event: StorageEvent) => {
    if (event.storageArea !== storage) return
    for (const name of listeners.keys()) {
      if (event.key === null || event.key === STORAGE_PREFIX + name) notify(name)
    }
  }
  return {
    read: (name) =>
      memory.get(name) ??
      (memory.has(name) ? null : (attempt(() => storage?.getItem(STORAGE_PREFIX + name)) ?? null)),
    write(name, value) {
      const kept = attempt(() => {
        if (!storage) return false
        if (value === null) storage.removeItem(STORAGE_PREFIX + name)
        else storage.setItem(STORAGE_PREFIX + name, value)
        return true
      })
      if (kept) memory.delete(name)
      else memory.set(name, value)
      notify(name)
    },
    keeps: () => storage !== undefined && memory.size === 0,
    subscribe(name, listener) {
      if (listeners.size === 0) globalThis.addEventListener?.('storage', onOtherTab)
      const group = listeners.get(name) ?? new Set()
      listeners.set(name, group.add(listener))
      return () => {
        group.delete(listener)
        if (group.size === 0) listeners.delete(name)
        if (listeners.size === 0) globalThis.removeEventListener?.('storage', onOtherTab)
      }
    },
  }
}

function attempt<Value>(action: () => Value): Value | undefined {
  try {
    return action()
  } catch {
    return undefined
  }
}
