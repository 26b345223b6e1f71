import { networkCarrier, type Carrier } from './api/carrier.ts'
import type { Application } from './embed/application.tsx'
import { defineElements } from './embed/defineElements.ts'
import { importPart } from './embed/importPart.ts'
import { retriable } from './hosts/retriable.ts'

declare global {
  interface ImportMetaEnv {
    /** Where what the loader loads is, beside it; put in when it is built. */
    readonly ELEMENT_PARTS: Record<'application' | 'frame' | 'inPageBackend' | 'counts', string>
  }
}

const { application, frame, inPageBackend, counts } = import.meta.env.ELEMENT_PARTS

/** The backend in the page, for those elements that ask for it. */
const startBackend = retriable(async () => {
  const module: typeof import('./hosts/inPageBackend.ts') = await load(inPageBackend)
  return module.startInPageBackend(new URL(/* @vite-ignore */ './transcripts/', import.meta.url))
})
const browserCarrier: Carrier = async (request) => (await startBackend()).carrier(request)

const fetchApplication = retriable(async (): Promise<Application> => {
  const module: typeof import('./embed/application.tsx') = await load(application)
  return module.createApplication({
    carrier: browserCarrier,
    isKept: async () => (await startBackend()).isKept,
  })
})

const fetchFrames = retriable(async (): Promise<Application> => {
  const module: typeof import('./embed/frame/frameApplication.ts') = await load(frame)
  return module.createFrameApplication(addressOf('./embed-frame.html'))
})

const fetchCounts = retriable(async () => {
  const module: typeof import('./embed/counts.ts') = await load(counts)
  return module.createCounts(networkCarrier, browserCarrier)
})

defineElements({
  fetchApplication: (isolation) => (isolation === 'frame' ? fetchFrames() : fetchApplication()),
  fetchCounts,
})

/** The module that the build made of the named part. */
function load<Module>(file: string): Promise<Module> {
  return importPart(addressOf(file).href) as Promise<Module>
}

function addressOf(file: string): URL {
  return new URL(file, import.meta.url)
}
