import { networkCarrier } from './api/carrier.ts'
import { defineElements } from './embed/defineElements.ts'
import { createBackendOnDemand } from './hosts/backendOnDemand.ts'
import { retriable } from './hosts/retriable.ts'

export type { CountElement, DiscussionElement } from './embed/elements.ts'
export type { EmbedEvents } from './embed/embedEvents.ts'

const backend = createBackendOnDemand()

const fetchApplication = retriable(async () => {
  const { createApplication } = await import('./embed/application.tsx')
  return createApplication(backend)
})

const fetchCounts = retriable(async () => {
  const { createCounts } = await import('./embed/counts.ts')
  return createCounts(networkCarrier, backend.carrier)
})

// On a server there is nothing to define.
if (typeof customElements !== 'undefined') {
  defineElements({
    fetchApplication: async (isolation) => {
      if (isolation === 'frame')
        throw new Error('Frames have a page of their own, which only embed.js has beside it.')
      return fetchApplication()
    },
    fetchCounts,
  })
}
