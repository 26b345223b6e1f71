import { useSyncExternalStore } from 'react'

/** A value that changes, and tells so. */
export type Cell<Value> = {
  read(): Value
  write(value: Value): void
  subscribe(listener: () => void): () => void
}

export function createCell<Value>(initial: Value): Cell<Value> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    read: () => value,
    write(next) {
      if (next === value) return
      value = next
      listeners.forEach((listener) => listener())
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** What `select` takes of the value; draws again only when that changes. */
export function useCell<Value, Part>(cell: Cell<Value>, select: (value: Value) => Part): Part {
  const read = () => select(cell.read())
  return useSyncExternalStore(cell.subscribe, read, read)
}
