import type { AskedCount, AskForCount } from './counts.ts'
import { dispatchEmbedEvent } from './embedEvents.ts'
import type { CountElement } from './elements.ts'

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
  #asked: AskedCount | null = null
  #leaving: AbortController | null = null

  /** `null` while it is not known. */
  get count(): number | null {
    return this.#count
  }

  connectedCallback(): void {
    if (!this.shadowRoot) this.#forget()
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

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (name !== 'lang' && before !== now) this.#forget()
    if (this.#leaving) this.connectedCallback()
  }

  async #ask(leaving: AbortSignal): Promise<void> {
    const [discussion, written] = ATTRIBUTES.map((name) => this.getAttribute(name))
    if (!discussion || !written) return
    try {
      const ask = await SoundoffCountElement.fetchCounts()
      if (leaving.aborted) return
      const asked = (this.#asked = ask(written, discussion))
      const count = await asked.count
      if (leaving.aborted) return
      const { discussionId, backend } = asked
      const text = this.#show(count, asked)
      dispatchEmbedEvent(this, 'soundoff:count', { discussionId, count, text, backend })
    } catch {
      if (leaving.aborted) return
      const detail = { discussionId: discussion, doing: 'counting', code: 'unreachable' } as const
      dispatchEmbedEvent(this, 'soundoff:failed', detail)
      addEventListener('online', () => void this.#ask(leaving), { once: true, signal: leaving })
    }
  }

  /** A discussion on the same page knows better. */
  #hear({ detail }: DocumentEventMap['soundoff:count']): void {
    const asked = this.#asked
    if (detail.discussionId === asked?.discussionId && detail.backend === asked.backend)
      this.#show(detail.count, asked)
  }

  /** What stands in the element itself is seen again. */
  #forget(): void {
    this.#count = this.#asked = null
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
    root.replaceChildren(document.createElement('slot'))
  }

  #show(count: number, asked: AskedCount): string {
    const text = asked.say(count, this)
    this.#count = count
    this.shadowRoot?.replaceChildren(text)
    return text
  }
}
