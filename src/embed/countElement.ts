import { catalogueOf } from '../ui/messages/catalogueOf.ts'
import { countLabel } from '../ui/messages/countLabel.ts'
import type { AskForCount } from './counts.ts'
import { dispatchEmbedEvent } from './embedEvents.ts'
import type { CountElement } from './elements.ts'
import { tagAround } from './tagAround.ts'

/** Of the element: which discussion, and where. */
const ATTRIBUTES = ['discussion', 'backend'] as const

/**
 * `<soundoff-count>`: how many comments a discussion has. What stands in the element itself is seen until that is known, and where
 * it cannot be. All of a page that are of one backend are asked for together. Its language is that of its `lang`, or else of the page.
 */
export class SoundoffCountElement extends HTMLElement implements CountElement {
  static readonly observedAttributes: readonly string[] = [...ATTRIBUTES, 'lang']
  /** Fetches what asks backends. */
  static fetchCounts: () => Promise<AskForCount>

  #count: number | null = null
  #leaving: AbortController | null = null

  /** `null` while it is not known. */
  get count(): number | null {
    return this.#count
  }

  connectedCallback(): void {
    if (!this.shadowRoot) this.attachShadow({ mode: 'open' }).append(document.createElement('slot'))
    this.#leaving?.abort()
    this.#leaving = new AbortController()
    const { signal } = this.#leaving
    document.addEventListener('soundoff:count', (event) => this.#hear(event), { signal })
    void this.#ask(signal)
  }

  disconnectedCallback(): void {
    this.#leaving?.abort()
    this.#leaving = null
  }

  attributeChangedCallback(): void {
    if (this.#leaving) this.connectedCallback()
  }

  async #ask(leaving: AbortSignal): Promise<void> {
    const [discussionId, backend] = ATTRIBUTES.map((name) => this.getAttribute(name))
    if (!discussionId || !backend) return
    try {
      const ask = await SoundoffCountElement.fetchCounts()
      const count = await ask(backend, discussionId)
      if (leaving.aborted) return
      const text = this.#show(count)
      dispatchEmbedEvent(this, 'soundoff:count', { discussionId, count, text })
    } catch {
      if (leaving.aborted) return
      dispatchEmbedEvent(this, 'soundoff:failed', { discussionId, doing: 'counting', code: 'unreachable' })
      addEventListener('online', () => void this.#ask(leaving), { once: true, signal: leaving })
    }
  }

  /** A discussion on the same page knows better. */
  #hear({ target, detail }: DocumentEventMap['soundoff:count']): void {
    const isOther = target instanceof Element && target !== this
    if (!isOther || ATTRIBUTES.some((name) => target.getAttribute(name) !== this.getAttribute(name))) return
    this.#show(detail.count)
  }

  #show(count: number): string {
    const text = countLabel(count, catalogueOf(tagAround(this)))
    this.#count = count
    this.shadowRoot?.replaceChildren(text)
    return text
  }
}
