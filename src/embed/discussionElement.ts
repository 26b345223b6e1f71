import type { Application } from './application.tsx'
import type { DiscussionElement } from './elements.ts'
import { ATTRIBUTES, type Isolation, type WrittenOptions } from './options.ts'
import { placeDiscussion, type PlacedDiscussion } from './placeDiscussion.ts'

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

  #placed: PlacedDiscussion | null = null

  connectedCallback(): void {
    if (this.#placed) return
    takeUpProperties(this)
    this.#placed = placeDiscussion(this, SoundoffDiscussionElement.fetchApplication, this.#written())
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
    if (name === 'isolation' && before !== now) this.#beginAnew()
    else this.#placed?.update(this.#written())
  }

  /** Fetches and draws the discussion, as `loading="manual"` waits for. Resolves once it is drawn, or the element says why not. */
  async load(): Promise<void> {
    await this.#placed?.load()
  }

  #beginAnew(): void {
    if (!this.#placed) return
    const isWanted = this.#placed.isWanted()
    this.#end()
    this.connectedCallback()
    if (isWanted) void this.load()
  }

  #end(): void {
    this.#placed?.remove()
    this.#placed = null
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
