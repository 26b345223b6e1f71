import { hourOfDay, MONTHS, type LocalTime } from './localTime.ts'

/** An article's dateline in local time. `hour` and `minute` are 0 where `precision` is `day`. */
export type ArticleDate = { text: string; time: LocalTime; precision: 'minute' | 'day' }

const TIME_PATTERN = String.raw`(\d{1,2}):(\d\d)\s*([AaPp])\.?[Mm]\.?(?:\s+[A-Z]{2,5})?`
const DATE = new RegExp(
  String.raw`^(${MONTHS.join('|')})\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:\s*[,|]?\s+(?:at\s+)?${TIME_PATTERN})?$`,
)
const TIME = new RegExp(`^${TIME_PATTERN}$`)
const LONGEST = 80

/**
 * Reads `April 11th, 2013`, also without "th" and with a time in the same line; `null` for any other line. A zone's
 * letters, as in "07:36 PM ET", are not interpreted: the zone of a page's times is the caller's to say.
 */
export function readArticleDate(line: string): ArticleDate | null {
  const match = line.length > LONGEST ? null : DATE.exec(line)
  if (match === null) return null
  const [text, month = '', day, year, hour, minute, half] = match
  const date = { year: Number(year), month: MONTHS.indexOf(month) + 1, day: Number(day), hour: 0, minute: 0 }
  if (hour === undefined) return { text, time: date, precision: 'day' }
  const time = { ...date, hour: hourOfDay(Number(hour), isAfternoon(half)), minute: Number(minute) }
  return { text, time, precision: 'minute' }
}

/** The same date with the time of the line after it, `07:36 PM ET`; `null` if it has a time already or that is none. */
export function withTimeLine(date: ArticleDate, line: string): ArticleDate | null {
  const match = date.precision === 'minute' || line.length > LONGEST ? null : TIME.exec(line)
  if (match === null) return null
  const [text, hour, minute, half] = match
  const time = { ...date.time, hour: hourOfDay(Number(hour), isAfternoon(half)), minute: Number(minute) }
  return { text: `${date.text} ${text}`, time, precision: 'minute' }
}

function isAfternoon(half: string | undefined): boolean {
  return half === 'p' || half === 'P'
}
