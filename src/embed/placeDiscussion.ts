import type { Application, View } from './application.tsx'
import { dispatchEmbedEvent } from './embedEvents.ts'
import type { WrittenOptions } from './options.ts'
import { createPlace } from './place.ts'
import { whenNear } from './whenNear.ts'

export type PlacedDiscussion = {
  update(written: WrittenOptions): void
  /** Leaves the shadow root empty, for another one or none. */
  remove(): void
}

/**
 * Puts a discussion into the shadow root of an element that is not one of ours: at once where `loading` is `eager`, else when it
 * nears the window. May be called while React is drawing, and so may what it gives.
 */
export function placeDiscussion(
  host: HTMLElement,
  fetchApplication: () => Promise<Application>,
  first: WrittenOptions,
): PlacedDiscussion {
  const place = createPlace(host)
  const leaving = new AbortController()
  let written = first
  let view: View | null = null
  let isBegun = false

  async function load(): Promise<void> {
    if (isBegun) return
    isBegun = true
    try {
      const application = await fetchApplication()
      if (leaving.signal.aborted) return
      place.settle()
      view = application.show(host, place.room, written)
      await view.arrived
    } catch {
      if (leaving.signal.aborted) return
      isBegun = false
      view?.remove()
      view = null
      place.fail(() => void load())
      const discussionId = written.discussion ?? ''
      dispatchEmbedEvent(host, 'soundoff:failed', { discussionId, doing: 'loading', code: 'application' })
    }
  }

  if (first.loading === 'eager') void load()
  else whenNear(host, leaving.signal, () => void load())
  return {
    update(next) {
      const isHurried = next.loading === 'eager' && written.loading !== 'eager'
      written = next
      view?.update(next)
      if (isHurried) void load()
    },
    remove() {
      leaving.abort()
      place.remove()
      // React does not end one tree while it draws another.
      queueMicrotask(() => view?.remove())
    },
  }
}
