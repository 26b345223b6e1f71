import type { Overview } from '../../../api/finding.ts'
import type { Filter } from '../results/filter.ts'

export type Times = NonNullable<Overview['timeline']>

/** A span of steps: from the beginning of the one until before the other. */
export type Steps = readonly [from: number, until: number]

export function allSteps({ counts }: Times): Steps {
  return [0, counts.length]
}

/** The steps that a span is nearest to, one at least; all of them for none. */
export function stepsOf(times: Times, span: Filter['span']): Steps {
  if (span === null) return allSteps(times)
  const most = times.counts.length
  const stepAt = (instant: string) => Math.round((Date.parse(instant) - Date.parse(times.from)) / times.step)
  const from = clamp(stepAt(span.from), 0, most - 1)
  return [from, clamp(stepAt(span.until), from + 1, most)]
}

/** The span of some steps, which is none where they are all. */
export function spanOf(times: Times, [from, until]: Steps): Filter['span'] {
  if (from === 0 && until === times.counts.length) return null
  return timesOf(times, [from, until])
}

export function timesOf({ from: start, step }: Times, [from, until]: Steps): NonNullable<Filter['span']> {
  const instant = (steps: number) => new Date(Date.parse(start) + steps * step).toISOString()
  return { from: instant(from), until: instant(until) }
}

/** With one end of it moved there, as far as the other allows. */
export function withEnd(times: Times, [from, until]: Steps, end: 'from' | 'until', to: number): Steps {
  return end === 'from' ? [clamp(to, 0, until - 1), until] : [from, clamp(to, from + 1, times.counts.length)]
}

export function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most))
}
