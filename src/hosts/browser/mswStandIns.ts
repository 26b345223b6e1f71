/*
 * Stand in for packages that MSW brings along and that nothing here asks it to use: 117 of its 158 kB gzip. The
 * configuration of Vite puts them in the place of the packages.
 */

/** Of tough-cookie, which brings the public suffix list. The API has no cookies: none are found, and none are kept. */
export const Cookie = { fromJSON: () => null }

export class MemoryCookieStore {
  idx: object = {}
}

export class CookieJar {
  getCookiesSync(): never[] {
    return []
  }

  async setCookie(): Promise<void> {}
}

/** Of cookie. */
export function parse(): Record<string, string> {
  return {}
}

export function serialize(): string {
  return ''
}

/** Of set-cookie-parser. */
export function splitCookiesString(header: string): string[] {
  return [header]
}

/** Of path-to-regexp: our requests are told by a function. */
export function match(): never {
  throw new Error('Patterns of paths are not in this build')
}

/** Of @mswjs/interceptors/WebSocket. */
export class WebSocketInterceptor {
  apply(): void {}

  on(): this {
    return this
  }

  dispose(): void {}
}
