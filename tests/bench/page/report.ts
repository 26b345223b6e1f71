import { readFile } from 'node:fs/promises'
import { cpus, loadavg, totalmem } from 'node:os'
import { SLOWED } from './benchPage.ts'
import type { FirstLoad } from './measureFirstLoad.ts'
import type { Reading } from './measureReading.ts'

/** What was measured of one discussion, run by run. */
export type Measurement = {
  count: number
  floors: number[]
  firstLoads: FirstLoad[]
  readings: Reading[]
}

/** A row of the table: its values, run by run, and what the worst or the median of them may be at most. */
type Row = {
  name: string
  unit: string
  values: (measurement: Measurement) => number[]
  limit?: { most: number; of: 'median' | 'worst' }
}

const FLOOR_FACTOR = 1.5
const KILOBYTE = 1000
const MEGABYTE = 1_000_000

const ROWS: readonly Row[] = [
  { name: 'floor: first comment', unit: 'ms', values: ({ floors }) => floors },
  {
    name: 'first comment',
    unit: 'ms',
    values: ({ firstLoads }) => firstLoads.map((load) => load.firstComment),
  },
  {
    name: 'first comment, as a multiple of the floor',
    unit: '×',
    values: ({ firstLoads, floors }) => [
      median(firstLoads.map((load) => load.firstComment)) / median(floors),
    ],
    limit: { most: FLOOR_FACTOR, of: 'median' },
  },
  {
    name: 'a click on "Reply" is answered',
    unit: 'ms',
    values: ({ firstLoads }) => firstLoads.map((load) => load.interactive),
    limit: { most: 2000, of: 'worst' },
  },
  {
    name: 'JSON of the first load',
    unit: 'kB',
    values: ({ readings }) => readings.map(({ jsonBytes }) => jsonBytes / KILOBYTE),
    limit: { most: 200, of: 'worst' },
  },
  {
    name: 'threads scrolled through',
    unit: '',
    values: ({ readings }) => readings.map(({ scroll }) => scroll.threads),
  },
  {
    name: 'threads loaded beyond them',
    unit: '',
    values: of('ahead'),
    limit: within(60),
  },
  {
    name: 'longest frame while scrolling',
    unit: 'ms',
    values: ({ readings }) => readings.map(({ scroll }) => scroll.longestFrame),
    limit: within(100),
  },
  {
    name: 'heap after it',
    unit: 'MB',
    values: ({ readings }) => readings.map(({ heapBytes }) => heapBytes / MEGABYTE),
    limit: within(60),
  },
  { name: 'replies of the thread that is folded', unit: '', values: of('replies') },
  { name: 'fold', unit: 'ms', values: of('fold'), limit: within(100) },
  { name: 'unfold', unit: 'ms', values: of('unfold'), limit: within(100) },
  { name: 'open a reply', unit: 'ms', values: of('reply'), limit: within(100) },
  { name: 'slowest of 60 keys', unit: 'ms', values: of('key'), limit: within(100) },
  {
    name: 'requests that nobody asked for',
    unit: '',
    values: ({ readings }) => readings.map(({ unasked }) => unasked.length),
    limit: within(0),
  },
  {
    name: 'layout shift',
    unit: '',
    values: ({ readings, firstLoads }) => [...readings, ...firstLoads].map(({ shift }) => shift),
    limit: within(0.02),
  },
]

/** The processor, and the versions that the measurements hold for. */
export async function describeMachine(chromium: string): Promise<string> {
  const [cpu] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  const { version } = JSON.parse(await readFile('package.json', 'utf8'))
  const react = JSON.parse(await readFile('node_modules/react/package.json', 'utf8'))
  return (
    `Soundoff ${version}, React ${react.version}, Chromium ${chromium}, Node ${process.version}, ` +
    `${cpus().length} × ${cpu?.model ?? 'unknown'}, ${memory} GiB, load ${loadavg()[0]?.toFixed(1)} before, ` +
    `slowed ${SLOWED} times\n`
  )
}

/** A table in Markdown: medians, in brackets the worst, and whether the limit is kept. */
export function describeMeasurements(measurements: readonly Measurement[]): string {
  const counts = measurements.map(({ count }) => `${count.toLocaleString('en')} comments`)
  const lines = ROWS.map((row) => [
    row.name,
    ...measurements.map((measurement) => describeCell(row, row.values(measurement))),
    row.limit ? `${row.limit.most} ${row.unit}`.trim() : '',
  ])
  const unasked = new Set(measurements.flatMap(({ readings }) => readings.flatMap((each) => each.unasked)))
  return (
    [['median (worst)', ...counts, 'limit'], ['---', ...counts.map(() => '---'), '---'], ...lines]
      .map((cells) => `| ${cells.join(' | ')} |\n`)
      .join('') + [...unasked].map((url) => `\nNobody asked for ${url}`).join('')
  )
}

function describeCell({ unit, limit }: Row, values: readonly number[]): string {
  const worst = Math.max(...values)
  const isKept = limit === undefined || (limit.of === 'worst' ? worst : median(values)) <= limit.most
  const spread = format(median(values)) === format(worst) ? '' : ` (${format(worst)})`
  return [format(median(values)) + spread, unit, isKept ? '' : 'OVER'].filter((part) => part !== '').join(' ')
}

function format(value: number): string {
  const options = value < 10 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 0 }
  return value.toLocaleString('en', options)
}

function of(name: 'ahead' | 'replies' | 'fold' | 'unfold' | 'reply' | 'key'): Row['values'] {
  return ({ readings }) => readings.map((reading) => reading[name])
}

function within(most: number): NonNullable<Row['limit']> {
  return { most, of: 'worst' }
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? NaN
}
