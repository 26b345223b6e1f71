import type { Carrier } from '../api/carrier.ts'
import { retriable } from './retriable.ts'

/** The backend in the page, which is fetched and started by whoever first needs it. */
export function createBackendOnDemand(): {
  carrier: Carrier
  start(): { carrier: Carrier; isKept: Promise<boolean> }
} {
  const started = retriable(async () => (await import('./inPageBackend.ts')).startInPageBackend(null))
  const carrier: Carrier = async (request) => (await started()).carrier(request)
  return { carrier, start: () => ({ carrier, isKept: started().then(({ isKept }) => isKept) }) }
}
