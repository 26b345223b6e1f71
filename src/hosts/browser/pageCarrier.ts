import type { Carrier } from '../../api/carrier.ts'
import type { Handle } from './withFaults.ts'

/** Carries requests to the handler by calling it in the page, where no service worker can be had. */
export function pageCarrier(handle: Handle): Carrier {
  return async (request) => {
    request.signal.throwIfAborted()
    const response = await handle(request.clone())
    request.signal.throwIfAborted()
    if (response.type === 'error') throw new TypeError('The answer was lost')
    return response
  }
}
