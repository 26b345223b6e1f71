import { setupWorker } from 'msw/browser'
import { http } from 'msw/core/http'
import { BASE_PATH } from '../../api/basePath.ts'
import type { Handle } from './withFaults.ts'

/**
 * Has the service worker hand this page's requests to the API to `handle`; all others go to the network, unseen. They are
 * told by a function, since MSW's patterns decode the path and fail on one that cannot be decoded, which is ours to answer.
 */
export async function startMockWorker(handle: Handle, url: string): Promise<void> {
  // MSW asks for a newer worker at each start and awaits no answer, which fails without a network; browsers ask by themselves.
  const registration = await navigator.serviceWorker.getRegistration()
  if (registration) registration.update = async () => registration
  const worker = setupWorker(http.all(isForApi, ({ request }) => handle(request)))
  await worker.start({ onUnhandledRequest: 'bypass', quiet: true, serviceWorker: { url } })
}

function isForApi({ request }: { request: Request }): boolean {
  const { origin, pathname } = new URL(request.url)
  return origin === location.origin && pathname.startsWith(`${BASE_PATH}/`)
}
