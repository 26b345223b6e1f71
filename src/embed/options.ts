import type { Order } from '../domain/order.ts'

/** `light` and `dark` whatever the page is, `auto` as the reader's system, `inherit` in the page's own font and colours. */
export const THEMES = ['auto', 'light', 'dark', 'inherit'] as const
export const DENSITIES = ['comfortable', 'compact'] as const
/** When a discussion is fetched: as it nears the window, at once, or when `load()` is called. */
export const LOADINGS = ['lazy', 'eager', 'manual'] as const
/** Whether it stands in the page, or in a frame of its own. */
export const ISOLATIONS = ['none', 'frame'] as const

export type Theme = (typeof THEMES)[number]
export type Density = (typeof DENSITIES)[number]
export type Loading = (typeof LOADINGS)[number]
export type Isolation = (typeof ISOLATIONS)[number]

/** The attributes of `<soundoff-discussion>`, and the properties that stand for them. */
export const ATTRIBUTES = {
  discussion: 'discussion',
  backend: 'backend',
  pageUrl: 'page-url',
  pageTitle: 'page-title',
  order: 'order',
  theme: 'theme',
  density: 'density',
  maxDepth: 'max-depth',
  loading: 'loading',
  isolation: 'isolation',
  lang: 'lang',
} as const

/** As they are written: texts, each of which may be missing or mean nothing. */
export type WrittenOptions = Readonly<Record<keyof typeof ATTRIBUTES, string | null>>

/** What a site owner chose; what means nothing is what is missing. */
export type Options = {
  discussion: string
  /** The base of the contract, as an absolute URL; `browser` for the service in the page; `null` where it is neither. */
  backend: string | null
  pageUrl: string
  pageTitle: string | null
  order: Order
  theme: Theme
  density: Density
  /** `null` for that of the backend. */
  maxDepth: number | null
  /** BCP 47, as a rule; `null` for that of the page. */
  lang: string | null
}
