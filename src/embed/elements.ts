import type { WrittenOptions } from './options.ts'

/** What others see of `<soundoff-discussion>`: each property stands for its attribute, `null` for a missing one. */
export interface DiscussionElement
  extends HTMLElement, Record<Exclude<keyof WrittenOptions, 'lang'>, string | null> {
  /** Fetches and draws the discussion, as `loading="manual"` waits for. Resolves once it is drawn, or the element says why not. */
  load(): Promise<void>
}

/** What others see of `<soundoff-count>`. */
export interface CountElement extends HTMLElement {
  /** `null` while it is not known. */
  readonly count: number | null
}

declare global {
  interface HTMLElementTagNameMap {
    'soundoff-discussion': DiscussionElement
    'soundoff-count': CountElement
  }
}
