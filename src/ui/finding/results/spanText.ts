import type { Filter } from './filter.ts'

type Span = NonNullable<Filter['span']>

/**
 * A time span as its reader tells it, in the reader's zone: "Apr 13 – 15, 2013", with the time of day where it is short or `isExact`. The end
 * itself is not in it.
 */
export function spanText({ from, until }: Span, locale: string, isExact = false): string {
  const [start, end] = [new Date(from), new Date(Date.parse(until) - 1)]
  return formatOf(locale, isExact || end.getTime() - start.getTime() < SHORT_MS).formatRange(start, end)
}

/** Where a span begins, or ends. */
export function momentText(instant: string, locale: string, isExact: boolean): string {
  return formatOf(locale, isExact).format(new Date(instant))
}

const SHORT_MS = 3 * 24 * 60 * 60 * 1000

function formatOf(locale: string, isExact: boolean): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', ...(isExact && { timeStyle: 'short' }) })
}
