/**
 * `attempt`, made once: every call gets the value of the same attempt, the running one or the one that succeeded. After an
 * attempt that failed, which each of its callers is told, the next call makes a new one.
 */
export function retriable<Value>(attempt: () => Promise<Value>): () => Promise<Value> {
  let current: Promise<Value> | null = null
  return () => {
    current ??= attempt().catch((error: unknown) => {
      current = null
      throw error
    })
    return current
  }
}
