/** Where the backend of the page runs: in the browser, or behind the base URL of its HTTP contract. */
export type Backend = { kind: 'browser' } | { kind: 'network'; base: string }

/**
 * Reads the setting `VITE_BACKEND`: unset, empty or `browser`; or the base of a real backend's HTTP contract, as an
 * absolute URL or as a path on the page's own origin. `base` ends without a `/`. Throws an error that says what is allowed.
 */
export function parseBackend(setting: string | undefined): Backend {
  const value = (setting ?? '').trim()
  if (value === '' || value === 'browser') return { kind: 'browser' }
  const base = value.replace(/\/+$/, '')
  if (/^(\/(?!\/)|https?:\/\/)[^?#]*$/i.test(value) && URL.canParse(base, 'http://localhost')) {
    return { kind: 'network', base }
  }
  throw new Error(
    `VITE_BACKEND is "browser", an address such as https://comments.example/api/v1, or a path such as /api/v1; not "${value}".`,
  )
}
