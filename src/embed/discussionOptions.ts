import type { Order } from '../domain/order.ts'
import type { Density, Loading, Theme } from './options.ts'

/** The attributes of `<soundoff-discussion>` as props, all of which may change at any time. */
export type DiscussionOptions = {
  /** The id of the discussion. */
  discussion: string
  /** The address of the backend; `browser` is one in the page, for demonstrations. */
  backend: string
  /** Of the page that a discussion is opened for; without it, the address that the browser shows. */
  pageUrl?: string | undefined
  pageTitle?: string | undefined
  /** How threads stand at first: `newest` without it. */
  order?: Order | undefined
  /** Of its texts, dates and numbers (BCP 47): English and German so far. Without it, that of the page. */
  lang?: string | undefined
  /** `auto` without it. */
  theme?: Theme | undefined
  /** `comfortable` without it. */
  density?: Density | undefined
  /** How deep replies are nested at most, where the backend allows more. */
  maxDepth?: number | undefined
  /** `lazy`, without it: when the discussion nears the window. */
  loading?: Exclude<Loading, 'manual'> | undefined
}
