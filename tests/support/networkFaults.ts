import type { BrowserContext, Page, Route } from 'playwright-core'
import { BASE_PATH } from '../../src/api/basePath.ts'
import { withFaults } from '../../src/hosts/browser/withFaults.ts'
import { parseFaults } from '../../src/hosts/faults.ts'
import { isOnServer } from './host.ts'

/** The routes of the requests as the faults have them. */
const routes = new WeakMap<Request, Route>()

/**
 * Has the network on the way to a server do to the requests of a page what `?faults=` in its address asks for; the backend in the browser does so by
 * itself. Event streams meet none, as no end of them could be waited for.
 */
export async function heedFaults(context: BrowserContext): Promise<void> {
  if (!isOnServer) return
  const faulty = new WeakMap<Page, { asked: string; answer: (request: Request) => Promise<Response> }>()
  await context.route(`**${BASE_PATH}/**`, async (route) => {
    const page = pageOf(route)
    const asked = page === null ? null : new URL(page.url()).searchParams.get('faults')
    if (page === null || asked === null || route.request().url().includes('/events')) return route.continue()
    let found = faulty.get(page)
    if (found?.asked !== asked) {
      found = { asked, answer: withFaults(forward, parseFaults(asked).faults, Math.random) }
      faulty.set(page, found)
    }
    const request = new Request(route.request().url(), { method: route.request().method() })
    routes.set(request, route)
    // Whoever is gone by then hears nothing.
    await found.answer(request).then(
      (answer) => answerWith(route, answer),
      () => undefined,
    )
  })
}

/** `null` where a worker asks. */
function pageOf(route: Route): Page | null {
  try {
    return route.request().frame().page()
  } catch {
    return null
  }
}

async function forward(request: Request): Promise<Response> {
  const answer = await routes.get(request)?.fetch()
  if (!answer) return Response.error()
  const body = new Uint8Array(await answer.body())
  return new Response(body.length > 0 ? body : null, { status: answer.status(), headers: answer.headers() })
}

async function answerWith(route: Route, answer: Response): Promise<void> {
  if (answer.type === 'error') return route.abort('failed')
  return route.fulfill({
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    body: Buffer.from(await answer.arrayBuffer()),
  })
}
