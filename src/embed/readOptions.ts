import { ORDERS } from '../domain/order.ts'
import { DENSITIES, THEMES, type Options, type WrittenOptions } from './options.ts'
import { readBackend, readUrl } from './readBackend.ts'

/** The address of the page, without its fragment, and what the backend's address may be written relative to. */
export type PageAddress = { url: string; base: string }

/** What the attributes say; of what means nothing, the default. Never throws. */
export function readOptions(written: WrittenOptions, page: PageAddress): Options {
  return {
    discussion: written.discussion?.trim() ?? '',
    backend: readBackend(written.backend, page.base),
    pageUrl: readUrl(written.pageUrl, page.base) ?? page.url,
    pageTitle: written.pageTitle?.trim() || null,
    order: oneOf(ORDERS, written.order) ?? 'newest',
    theme: oneOf(THEMES, written.theme) ?? 'auto',
    density: oneOf(DENSITIES, written.density) ?? 'comfortable',
    maxDepth: readDepth(written.maxDepth),
    lang: written.lang?.trim() || null,
  }
}

function readDepth(text: string | null): number | null {
  const depth = Number(text ?? Number.NaN)
  return Number.isInteger(depth) && depth >= 1 ? depth : null
}

function oneOf<Value extends string>(
  values: readonly Value[],
  text: string | null | undefined,
): Value | null {
  return values.find((value) => value === text?.trim().toLowerCase()) ?? null
}
