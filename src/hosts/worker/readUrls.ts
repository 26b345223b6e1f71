/** What a page tells the worker once it has all that it needs: what it has asked a real backend. */
export type ReadMessage = { type: 'soundoff:read'; urls: readonly string[] }

/** The addresses in a page's message; none where the page starts its backend behind MSW; `null` where it says something else. */
export function readUrls(message: unknown): string[] | null {
  if (message === 'MOCK_ACTIVATE') return []
  if (typeof message !== 'object' || message === null) return null
  if (!('type' in message) || message.type !== 'soundoff:read' || !('urls' in message)) return null
  const { urls } = message
  return Array.isArray(urls) ? urls.filter((url): url is string => typeof url === 'string') : []
}
