import type { Application, View } from './application.tsx'
import { dispatchEmbedEvent } from './embedEvents.ts'
import type { DiscussionElement } from './elements.ts'
import { ATTRIBUTES, type Isolation, type WrittenOptions } from './options.ts'
import { createPlace, type Place } from './place.ts'
import { whenNear } from './whenNear.ts'

const options = Object.entries(ATTRIBUTES)

/**
 * A discussion in anybody's page, in a shadow root. What stands in the element itself is seen until the discussion is there.
 * Attributes may change at any time. A move within the document changes nothing; one that leaves it ends, and begins anew
 * when it comes back.
 */
export class SoundoffDiscussionElement extends HTMLElement implements DiscussionElement {
  static readonly observedAttributes: readonly string[] = Object.values(ATTRIBUTES)
  /** Fetches what draws discussions; rejects where that cannot be had. */
  static fetchApplication: (isolation: Isolation) => Promise<Application>

  // Each stands for the attribute of its meaning (`ATTRIBUTES`), as `defineProperties` has it; `null` for a missing one.
  declare discussion: string | null
  declare backend: string | null
  declare pageUrl: string | null
  declare pageTitle: string | null
  declare order: string | null
  declare theme: string | null
  declare density: string | null
  declare maxDepth: string | null
  declare loading: string | null
  declare isolation: string | null

  #place: Place | null = null
  #view: View | null = null
  #leaving: AbortController | null = null
  #loading: Promise<void> | null = null
  #isWanted = false

  connectedCallback(): void {
    if (this.#leaving) return
    this.#leaving = new AbortController()
    takeUpProperties(this)
    this.#place = createPlace(this)
    if (this.loading === 'eager') void this.load()
    else if (this.loading !== 'manual') whenNear(this, this.#leaving.signal, () => void this.load())
  }

  disconnectedCallback(): void {
    // One that is moved is back by then.
    queueMicrotask(() => {
      if (!this.isConnected) this.#end()
    })
  }

  /** Where the page moves it by `moveBefore`, all stays as it is. */
  connectedMoveCallback(): void {}

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (name === 'isolation' && before !== now && this.#isWanted) return this.#beginAnew()
    this.#view?.update(this.#written())
    if (name === 'loading' && this.loading === 'eager' && this.#leaving) void this.load()
  }

  /** Fetches and draws the discussion, as `loading="manual"` waits for. Resolves once it is drawn, or the element says why not. */
  load(): Promise<void> {
    if (!this.#leaving) return Promise.resolve()
    this.#isWanted = true
    this.#loading ??= this.#load(this.#leaving.signal)
    return this.#loading
  }

  async #load(leaving: AbortSignal): Promise<void> {
    try {
      const isolation = this.isolation?.trim().toLowerCase() === 'frame' ? 'frame' : 'none'
      const application = await SoundoffDiscussionElement.fetchApplication(isolation)
      if (leaving.aborted || !this.#place) return
      this.#place.settle()
      this.#view = application.show(this, this.#place.room, this.#written())
      await this.#view.arrived
    } catch {
      if (leaving.aborted) return
      this.#view?.remove()
      this.#view = this.#loading = null
      this.#place?.fail(() => void this.load())
      const { discussion } = this
      const detail = { discussionId: discussion ?? '', doing: 'loading', code: 'application' } as const
      dispatchEmbedEvent(this, 'soundoff:failed', detail)
    }
  }

  #beginAnew(): void {
    this.#end()
    this.connectedCallback()
    void this.load()
  }

  #end(): void {
    this.#leaving?.abort()
    this.#view?.remove()
    this.#place?.remove()
    this.#leaving = this.#view = this.#place = this.#loading = null
    this.#isWanted = false
  }

  #written(): WrittenOptions {
    const written = options.map(([property, attribute]) => [property, this.getAttribute(attribute)])
    return Object.fromEntries(written)
  }
}

/** Gives every attribute its property. */
export function defineProperties(): void {
  for (const [property, attribute] of options) {
    if (property === 'lang') continue
    Object.defineProperty(SoundoffDiscussionElement.prototype, property, {
      configurable: true,
      enumerable: true,
      get(this: HTMLElement) {
        return this.getAttribute(attribute)
      },
      set(this: HTMLElement, value: unknown) {
        if (value === null || value === undefined) this.removeAttribute(attribute)
        else this.setAttribute(attribute, String(value))
      },
    })
  }
}

/** What the page set before it knew what the element is. */
function takeUpProperties(element: HTMLElement): void {
  for (const [property] of options) {
    const set = Object.getOwnPropertyDescriptor(element, property)
    if (!set) continue
    Reflect.deleteProperty(element, property)
    Reflect.set(element, property, set.value)
  }
}
