/** How the backend in the browser came to run. */
export type HostState = {
  /** `page` where no service worker can be had: the page then calls the same handler itself. */
  carrier: 'worker' | 'page'
  /** `memory` where the browser gives no storage: what is written is then gone with the page. */
  storage: 'kept' | 'memory'
  /** What was not understood of the faults that were asked for. */
  ignored: readonly string[]
}
