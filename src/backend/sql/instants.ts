import type { Instant } from '../../domain/ids.ts'

/** An instant as PostgreSQL reads a timestamp. Its calendar has no year 0, and no sign before a year. */
export function timestampOf(instant: Instant): string {
  const date = new Date(instant)
  const year = date.getUTCFullYear()
  const rest = date.toISOString().replace(/^[+-]?\d+/, '')
  return year > 0 ? `${pad(year)}${rest}` : `${pad(1 - year)}${rest} BC`
}

/** The instant of what `date_part('epoch', …)` gives of a timestamp, whatever the server's zone and style of dates. */
export function instantOf(seconds: number): Instant {
  return new Date(Math.round(seconds * 1_000)).toISOString()
}

function pad(year: number): string {
  return String(year).padStart(4, '0')
}
