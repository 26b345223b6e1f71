import { lazy, Suspense, type ComponentType, type ReactNode } from 'react'

/** After a part could not be loaded, in milliseconds. */
const LOAD_AGAIN_MS = 5_000

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
      <Suspense fallback={meanwhile}>
        <Part {...(props as Props)} />
      </Suspense>
    )
  }
}

async function keepLoading<Value>(load: () => Promise<Value>): Promise<Value> {
  for (;;) {
    try {
      return await load()
    } catch (error) {
      if (typeof window === 'undefined') throw error
      await new Promise((resolve) => setTimeout(resolve, LOAD_AGAIN_MS))
    }
  }
}
