import { useCallback, useSyncExternalStore } from 'react'
import { writeJson } from '../../domain/writeJson.ts'
import type { DeviceStorage } from './deviceStorage.ts'

/** A set of ids that outlives the page. */
export type StoredSet = {
  has(id: string): boolean
  list(): string[]
  change(change: (ids: Set<string>) => void): void
  /** Calls the listener whenever that id comes or goes. */
  subscribe(id: string, listener: () => void): () => void
}

/**
 * Read once: what another tab does to it shows at the next load, not under the reader's hands. A change is made to what is
 * stored by then, so that both tabs' stay. What is stored there that is no set of ids counts as the empty set.
 */
export function createStoredSet(storage: DeviceStorage, name: string): StoredSet {
  const ids = parse(storage.read(name))
  const listeners = new Map<string, Set<() => void>>()
  return {
    has: (id) => ids.has(id),
    list: () => [...ids],
    change(change) {
      const before = new Set(ids)
      change(ids)
      const stored = parse(storage.read(name))
      change(stored)
      storage.write(name, stored.size === 0 ? null : writeJson([...stored]))
      for (const id of new Set([...before, ...ids])) {
        if (before.has(id) !== ids.has(id)) listeners.get(id)?.forEach((listener) => listener())
      }
    },
    subscribe(id, listener) {
      const ofThis = listeners.get(id) ?? new Set()
      listeners.set(id, ofThis.add(listener))
      return () => {
        if (ofThis.delete(listener) && ofThis.size === 0) listeners.delete(id)
      }
    },
  }
}

/** Whether the set holds the id; renders again only when that changes. */
export function useHas(set: Pick<StoredSet, 'has' | 'subscribe'>, id: string): boolean {
  return useSyncExternalStore(
    useCallback((listener) => set.subscribe(id, listener), [set, id]),
    () => set.has(id),
    () => false,
  )
}

function parse(text: string | null): Set<string> {
  try {
    const value: unknown = JSON.parse(text ?? '[]')
    return new Set(Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [])
  } catch {
    return new Set()
  }
}
