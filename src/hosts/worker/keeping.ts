/** Whether an answer is what was asked for: hosts are known to answer with a page, or with another address, instead. */
export function isWorthKeeping(url: string, response: Response): boolean {
  if (response.status !== 200 || response.type === 'opaque') return false
  const isHtml = /^text\/html\b/i.test(response.headers.get('Content-Type') ?? '')
  return isHtml === isPagePath(new URL(url).pathname)
}

/** Keeps a copy of an answer under that URL, as the newest. What does not fit into the browser's storage is not kept. */
export async function keep(cache: Cache, url: string, response: Response): Promise<void> {
  try {
    const copy = await plain(response)
    await cache.delete(url, { ignoreVary: true })
    await cache.put(url, copy)
  } catch (error) {
    console.warn(`${url} is not kept.`, error)
  }
}

/** Drops all but the newest. */
export async function trim(cache: Cache, most: number): Promise<void> {
  const requests = await cache.keys()
  await Promise.all(requests.slice(0, Math.max(0, requests.length - most)).map((each) => cache.delete(each)))
}

/** What was redirected is no answer to a navigation (Fetch, "HTTP fetch"): its copy was not. */
async function plain(response: Response): Promise<Response> {
  if (!response.redirected) return response
  const { status, statusText, headers } = response
  return new Response(await response.blob(), { status, statusText, headers })
}

function isPagePath(path: string): boolean {
  return path.endsWith('/') || path.endsWith('.html')
}
