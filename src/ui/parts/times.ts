import type { Instant } from '../../domain/ids.ts'

const SECOND_MS = 1000
const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_557_600 * SECOND_MS],
  ['month', 2_629_800 * SECOND_MS],
  ['day', 86_400 * SECOND_MS],
  ['hour', 3600 * SECOND_MS],
  ['minute', 60 * SECOND_MS],
]

/** How long ago, in the largest unit that fits, cut off: "13 years ago". `null` within a minute, or in the future by a slow clock. */
export function relativeTime(instant: Instant, nowMs: number, locale: string): string | null {
  const elapsed = nowMs - Date.parse(instant)
  const unit = UNITS.find(([, length]) => elapsed >= length)
  if (!unit) return null
  const format = cached(relativeFormats, locale, () => new Intl.RelativeTimeFormat(locale))
  return format.format(-Math.floor(elapsed / unit[1]), unit[0])
}

/**
 * The date in the reader's zone, and the time of day as it goes on: "Apr 13, 2013" and ", 5:39 PM". Where a locale puts the
 * time first, all of it is the date.
 */
export function absoluteTime(instant: Instant, locale: string): { date: string; clock: string } {
  const style = { dateStyle: 'medium', timeStyle: 'short' } as const
  const format = cached(absoluteFormats, locale, () => new Intl.DateTimeFormat(locale, style))
  const parts = format.formatToParts(new Date(instant))
  const hour = parts.findIndex(({ type }) => type === 'hour')
  const isDateFirst = parts.slice(0, hour).some(({ type }) => type === 'year')
  const text = (from: number, to?: number) =>
    parts
      .slice(from, to)
      .map(({ value }) => value)
      .join('')
  return isDateFirst ? { date: text(0, hour - 1), clock: text(hour - 1) } : { date: text(0), clock: '' }
}

const relativeFormats = new Map<string, Intl.RelativeTimeFormat>()
const absoluteFormats = new Map<string, Intl.DateTimeFormat>()

function cached<Value>(cache: Map<string, Value>, key: string, make: () => Value): Value {
  const value = cache.get(key) ?? make()
  cache.set(key, value)
  return value
}
