import type { Instant } from '../domain/ids.ts'
import { utcTime, type LocalTime } from './localTime.ts'

/** When a clock in one zone shows a time that exists. */
export type ZonedClock = (time: LocalTime) => Instant

const MINUTE_MS = 60_000
const DAY_MINUTES = 24 * 60
const DAY_MS = DAY_MINUTES * MINUTE_MS
const FIRST_MS = utcTime({ year: 0, month: 1, day: 1, hour: 0, minute: 0 })
const LAST_MS = utcTime({ year: 9999, month: 12, day: 31, hour: 23, minute: 59 })

/**
 * A clock for `timeZone`, an IANA name. A time that the zone skips is moved forward by what is skipped (2:30 am becomes
 * 3:30 am where an hour is skipped); of a time that occurs twice it takes the earlier. This is what `Temporal` calls
 * "compatible". The second time on a day costs one look-up. Throws a `RangeError` for an unknown zone.
 */
export function zonedClock(timeZone: string): ZonedClock {
  const offsetAt = offsetReader(timeZone)
  const days = new Map<number, LocalDay>()
  return (time) => {
    const key = (time.year * 12 + time.month) * 31 + time.day
    let day = days.get(key)
    if (day === undefined) {
      day = localDay({ ...time, hour: 0, minute: 0 }, offsetAt)
      days.set(key, day)
    }
    const minute = time.hour * 60 + time.minute
    if (day.kind === 'even') return instantOn(day, minute - day.offset)
    return format(instantNearChange(day.start + minute * MINUTE_MS, offsetAt))
  }
}

type OffsetReader = (instant: number) => number

/**
 * `even`: on this day and the days around it the zone keeps one offset from UTC, in minutes; `dates` are their dates,
 * such as "2013-04-11T". `uneven`: it does not, or the offset has seconds; `start` is the day's in milliseconds.
 */
type LocalDay =
  | { kind: 'even'; offset: number; dates: readonly [before: string, same: string, after: string] }
  | { kind: 'uneven'; start: number }

function localDay(startTime: LocalTime, offsetAt: OffsetReader): LocalDay {
  const start = utcTime(startTime)
  const offset = offsetAt(start - DAY_MS) / MINUTE_MS
  const isEven = [start, start + DAY_MS, start + 2 * DAY_MS].every(
    (at) => offsetAt(at) / MINUTE_MS === offset,
  )
  const isAtEnd = start <= FIRST_MS || start + DAY_MS > LAST_MS
  if (!isEven || isAtEnd || !Number.isInteger(offset)) return { kind: 'uneven', start }
  return { kind: 'even', offset, dates: [dateAt(start - DAY_MS), dateAt(start), dateAt(start + DAY_MS)] }
}

function dateAt(instant: number): string {
  return format(instant).slice(0, 'YYYY-MM-DDT'.length)
}

/** `minute` is in UTC, counted from the start of the day's date; negative on the day before. */
function instantOn({ dates: [before, same, after] }: LocalDay & { kind: 'even' }, minute: number): Instant {
  if (minute < 0) return before + clockTime(minute + DAY_MINUTES)
  return minute < DAY_MINUTES ? same + clockTime(minute) : after + clockTime(minute - DAY_MINUTES)
}

/** "23:36:00.000Z" for each minute of a day. */
const CLOCK_TIMES = Array.from({ length: DAY_MINUTES }, (_, minute) =>
  new Date(minute * MINUTE_MS).toISOString().slice('YYYY-MM-DDT'.length),
)

function clockTime(minute: number): string {
  return CLOCK_TIMES[minute] ?? ''
}

/**
 * `local` is the time as if it were in UTC. The offset before a change is right, also for what the change skips, unless
 * only the one after it is. No zone changes its offset twice within two days.
 */
function instantNearChange(local: number, offsetAt: OffsetReader): number {
  const before = offsetAt(local - DAY_MS)
  const after = offsetAt(local + DAY_MS)
  const isAfter = offsetAt(local - before) !== before && offsetAt(local - after) === after
  return local - (isAfter ? after : before)
}

/** Keeps to four-digit years, so that instants compare as strings. */
function format(instant: number): Instant {
  return new Date(Math.min(Math.max(instant, FIRST_MS), LAST_MS)).toISOString()
}

/** Answers how far ahead of UTC the zone's clocks are at an instant, in milliseconds. */
function offsetReader(timeZone: string): OffsetReader {
  const formatter = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  const offsets = new Map<number, number>()
  return (instant) => {
    let offset = offsets.get(instant)
    if (offset === undefined) {
      offset = parseOffset(formatter.format(instant))
      offsets.set(instant, offset)
    }
    return offset
  }
}

/** Reads the end of "4/11/2013, GMT-04:00"; "GMT-04:56:02" has seconds, "GMT" alone is no offset. */
function parseOffset(text: string): number {
  const match = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(text)
  if (match === null) return 0
  const [, sign, hours, minutes, seconds = '0'] = match
  const size = (Number(hours) * 60 + Number(minutes)) * MINUTE_MS + Number(seconds) * 1000
  return sign === '-' ? -size : size
}
