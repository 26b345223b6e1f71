/** How many event streams there may be at once, in this process; 0 is no limit. */
export type StreamSlotLimits = { perClient: number; inAll: number }

export type StreamSlots = {
  /** Takes a slot until `signal` is aborted, or tells of what there are too many: streams of that client, or streams. */
  take(client: string, signal: AbortSignal): 'taken' | 'client' | 'all'
}

export function createStreamSlots({ perClient, inAll }: StreamSlotLimits): StreamSlots {
  const taken = new Map<string, number>()
  let all = 0

  function count(client: string, step: 1 | -1): void {
    all += step
    const own = (taken.get(client) ?? 0) + step
    if (own === 0) taken.delete(client)
    else taken.set(client, own)
  }

  return {
    take(client, signal) {
      if (perClient > 0 && (taken.get(client) ?? 0) >= perClient) return 'client'
      if (inAll > 0 && all >= inAll) return 'all'
      // Whoever has left by now is not told of it any more.
      if (signal.aborted) return 'taken'
      count(client, 1)
      signal.addEventListener('abort', () => count(client, -1), { once: true })
      return 'taken'
    },
  }
}
