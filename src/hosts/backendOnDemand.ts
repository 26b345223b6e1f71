import type { Carrier } from '../api/carrier.ts'
import { retriable } from './retriable.ts'

/** The backend in the page, which is fetched and started by whoever first needs it, and tried again where that failed. */
export function createBackendOnDemand(): { carrier: Carrier; isKept(): Promise<boolean> } {
  const start = retriable(async () => (await import('./inPageBackend.ts')).startInPageBackend(null))
  return {
    carrier: async (request) => (await start()).carrier(request),
    isKept: async () => (await start()).isKept,
  }
}
