import { lazy, Suspense, useSyncExternalStore, type ComponentType, type ReactNode } from 'react'
import { Boundary } from './Boundary.tsx'

/** After a part could not be loaded, in milliseconds. */
const LOAD_AGAIN_MS = 5_000

/** The parts that could not be loaded so far. */
const missing = new Set<object>()
const listeners = new Set<() => void>()

/**
 * A part of the page that is loaded when it is first drawn; `meanwhile` stands in its place. One that cannot be loaded is asked
 * for again, and the page does without it until then.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): (props: Props & { meanwhile?: ReactNode }) => ReactNode {
  const Part = lazy(async () => ({ default: await keepLoading(load) }))
  return function LazyPart({ meanwhile = null, ...props }) {
    return (
      <Boundary renderFailed={() => meanwhile}>
        <Suspense fallback={meanwhile}>
          <Part {...(props as Props)} />
        </Suspense>
      </Boundary>
    )
  }
}

/** Whether a part that is asked for could not be loaded so far. */
export function useHasMissingParts(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => missing.size > 0,
    () => false,
  )
}

/** What is loaded, as soon as it can be. */
export async function keepLoading<Value>(load: () => Promise<Value>): Promise<Value> {
  for (;;) {
    try {
      const part = await load()
      if (missing.delete(load)) tell()
      return part
    } catch (error) {
      if (typeof window === 'undefined') throw error
      missing.add(load)
      tell()
      await new Promise((resolve) => setTimeout(resolve, LOAD_AGAIN_MS))
    }
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tell(): void {
  for (const listener of listeners) listener()
}
