/** A time on a clock on the wall, to the minute. `month` is 1 to 12; the other numbers may be none that exist. */
export type LocalTime = { year: number; month: number; day: number; hour: number; minute: number }

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const SHORTEST_MONTH = 28

/** The time as if it were in UTC, in milliseconds. `Date.UTC` takes the years 0 to 99 for 1900 to 1999; this does not. */
export function utcTime({ year, month, day, hour, minute }: LocalTime): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getTime() + (hour * 60 + minute) * 60_000
}

/**
 * The time itself where it exists. Else a day that its month does not have becomes the month's last, and a time that
 * no clock shows becomes the start of the day.
 */
export function nearestRealTime(time: LocalTime): LocalTime {
  const day = Math.max(time.day <= SHORTEST_MONTH ? time.day : Math.min(time.day, daysInMonth(time)), 1)
  const isTime = time.hour < 24 && time.minute < 60
  if (day === time.day && isTime) return time
  return { ...time, day, hour: isTime ? time.hour : 0, minute: isTime ? time.minute : 0 }
}

function daysInMonth({ year, month }: LocalTime): number {
  return new Date(utcTime({ year, month: month + 1, day: 0, hour: 0, minute: 0 })).getUTCDate()
}

/** The hour of the day; 24 or more, which no day has, where a 12-hour clock has no such hour. */
export function hourOfDay(hour: number, isAfternoon: boolean): number {
  if (hour < 1 || hour > 12) return 24 + hour
  return (hour % 12) + (isAfternoon ? 12 : 0)
}
