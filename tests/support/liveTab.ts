import type { ChangePage } from '../../src/api/schemas.ts'
import { followDiscussion } from '../../src/ui/live/followDiscussion.ts'
import type { PageEvent, PageLife } from '../../src/ui/live/pageLife.ts'
import type { Tabs } from '../../src/ui/live/tabs.ts'
import { discussionId, type openLiveBackend } from './liveBackend.ts'

type Backend = Awaited<ReturnType<typeof openLiveBackend>>

/** A tab that follows the backend's discussion, and notes what it is given. Chance always gives the shortest waits. */
export function openTab(
  { api }: Pick<Backend, 'api'>,
  options: { since?: number; visible?: boolean; tabs?: Tabs } = {},
) {
  const pages: ChangePage[] = []
  let caughtUp = 0
  const life = createLife(options.visible ?? true)
  const stop = followDiscussion({
    api,
    discussionId,
    since: options.since ?? 0,
    onChanges: (page) => pages.push(page),
    onCaughtUp: () => (caughtUp += 1),
    tabs: options.tabs ?? null,
    life,
    random: () => 0,
  })
  return {
    pages,
    life,
    stop,
    caughtUp: () => caughtUp,
    /** The comments that were told, by their place in the order in which they came. */
    told: () => pages.flatMap(({ added }) => added.map(({ sequence }) => sequence)),
    /** Whether each page goes on from where the ones before it ended. */
    isGapless: () =>
      pages.every(({ since, version, isReset }, index) => {
        const known = pages[index - 1]?.version ?? options.since ?? 0
        return isReset || (since <= known && known < version)
      }),
  }
}

/** Waits until `condition` holds, which the test's time limit ends. Faked timers stand still meanwhile. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await turn()
}

/** Lets everything happen that needs no timer. */
export async function settle(): Promise<void> {
  for (let turns = 0; turns < 50; turns += 1) await turn()
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** A browser, whose tabs `open` gives. What one tab tells reaches the others a little later, unless `lose` is set. */
export function createBrowser() {
  const network = { lose: false }
  const hearers = new Set<(message: unknown) => void>()
  const queue: (() => void)[] = []
  let isLed = false
  const tell = (message: unknown, from?: object) => {
    if (network.lose) return
    for (const hear of hearers) if (hear !== from) setImmediate(() => hearers.has(hear) && hear(message))
  }
  const acquire = (signal: AbortSignal) =>
    new Promise<boolean>((resolve) => {
      if (signal.aborted || !isLed) {
        isLed ||= !signal.aborted
        return resolve(!signal.aborted)
      }
      const grant = () => resolve(true)
      queue.push(grant)
      signal.addEventListener('abort', () => {
        if (!queue.includes(grant)) return
        queue.splice(queue.indexOf(grant), 1)
        resolve(false)
      })
    })
  const open = (): Tabs => ({
    async lead(signal, work) {
      if (!(await acquire(signal))) return
      await work()
      const next = queue.shift()
      if (next) next()
      else isLed = false
    },
    join(hear) {
      hearers.add(hear)
      return {
        tell: (page) => tell(structuredClone(page), hear),
        leave: () => void hearers.delete(hear),
      }
    },
  })
  return { open, network, tell, joined: () => hearers.size }
}

function createLife(visible: boolean): PageLife & { tell: (event: PageEvent) => void } {
  const listeners = new Set<(event: PageEvent) => void>()
  let isVisible = visible
  return {
    isVisible: () => isVisible,
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tell(event) {
      if (event !== 'online') isVisible = event === 'shown'
      for (const listener of listeners) listener(event)
    },
  }
}
