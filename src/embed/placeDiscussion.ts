import type { Application, View } from './application.tsx'
import { dispatchEmbedEvent } from './embedEvents.ts'
import type { Isolation, WrittenOptions } from './options.ts'
import { createPlace } from './place.ts'
import { whenNear } from './whenNear.ts'

export type PlacedDiscussion = {
  /** Whether it was ever begun to be fetched. */
  isWanted(): boolean
  /** Fetches and draws it, whatever `loading` says. Resolves once it is drawn, or says why not. */
  load(): Promise<void>
  /** All but its isolation, which is that of the first. */
  update(written: WrittenOptions): void
  /** Leaves the shadow root empty, for another one or none. */
  remove(): void
}

/**
 * Puts a discussion into the shadow root of an element: at once where `loading` is `eager`, when it is told to where that is `manual`,
 * else when it nears the window. May be called while React is drawing, and so may what it gives.
 */
export function placeDiscussion(
  host: HTMLElement,
  fetchApplication: (isolation: Isolation) => Promise<Application>,
  first: WrittenOptions,
): PlacedDiscussion {
  const place = createPlace(host)
  const isolation = plain(first.isolation) === 'frame' ? 'frame' : 'none'
  let written = first
  let view: View | null = null
  let loading: Promise<void> | null = null
  let isWanted = false
  let isLeft = false
  let stopWaiting: (() => void) | undefined

  function load(): Promise<void> {
    isWanted = true
    loading ??= draw()
    return loading
  }

  async function draw(): Promise<void> {
    try {
      const application = await fetchApplication(isolation)
      if (isLeft) return
      place.settle()
      view = application.show(host, place.room, written)
      await view.arrived
    } catch {
      if (isLeft) return
      view?.remove()
      view = loading = null
      place.fail(load)
      const discussionId = written.discussion ?? ''
      dispatchEmbedEvent(host, 'soundoff:failed', { discussionId, doing: 'loading', code: 'application' })
    }
  }

  function wait(): void {
    stopWaiting?.()
    const moment = plain(written.loading)
    if (moment === 'eager') void load()
    else if (moment !== 'manual') stopWaiting = whenNear(host, load)
  }

  wait()
  return {
    isWanted: () => isWanted,
    load,
    update(next) {
      const isOtherMoment = next.loading !== written.loading
      written = next
      view?.update(next)
      if (isOtherMoment) wait()
    },
    remove() {
      isLeft = true
      stopWaiting?.()
      place.remove()
      // React does not end one tree while it draws another.
      queueMicrotask(() => view?.remove())
    },
  }
}

function plain(text: string | null): string | undefined {
  return text?.trim().toLowerCase()
}
