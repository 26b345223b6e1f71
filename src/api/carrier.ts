/**
 * How a request reaches a backend and its answer comes back: over the network, through the browser's worker, or by a
 * call of the handler in the page. An answer may be a stream, which is there before its end. Rejects where there is no answer at all; an answer of any status resolves. A carrier
 * may send a request twice, so a request that must not be done twice carries its idempotency key.
 */
export type Carrier = (request: Request) => Promise<Response>

/** The network of the page or the process. */
export const networkCarrier: Carrier = (request) => fetch(request)
