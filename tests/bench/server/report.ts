import { readFile } from 'node:fs/promises'
import { cpus, loadavg, totalmem } from 'node:os'
import type { Measured, Subject } from './measure.ts'
import type { StreamsMeasured } from './streams.ts'

/** What was measured over one discussion, subject by subject. */
export type Measurement = {
  count: number
  rows: readonly { subject: Pick<Subject, 'name' | 'isRead'>; measured: Measured }[]
}

/** A read of the largest discussion may take less than so many times as long as one of the smallest. */
const GROWTH_LIMIT = 2
const MEGABYTE = 1_000_000

/** The processor, and the versions that the measurements hold for. */
export async function describeMachine(database: string): Promise<string> {
  const [cpu] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  const { version } = JSON.parse(await readFile('package.json', 'utf8'))
  const load = loadavg()[0]?.toFixed(1)
  return `Soundoff ${version}, ${database}, Node ${process.version}, ${cpus().length} × ${cpu?.model ?? 'unknown'}, ${memory} GiB, load ${load} before\n`
}

/** A table in Markdown: answers in a second, and in milliseconds the time of the median and of the slowest in a hundred. */
export function describeMeasurements(measurements: readonly Measurement[]): string {
  const counts = measurements.map(({ count }) => `${count.toLocaleString('en')} comments`)
  const subjects = measurements[0]?.rows.map(({ subject }) => subject) ?? []
  const lines = subjects.map(({ name, isRead }, index) => {
    const cells = measurements.flatMap(({ rows }) => rows[index]?.measured ?? [])
    return [name, ...cells.map(describeCell), isRead ? describeGrowth(cells) : '']
  })
  const memory = measurements.map(({ rows }) => Math.max(...rows.map(({ measured }) => measured.rss)))
  return table([
    ['per second: p50, p99', ...counts, 'p99 grows'],
    ...lines,
    ['memory of the server', ...memory.map(megabytes), ''],
  ])
}

export function describeStreams({ streams, posts, rss, answer, arrival }: StreamsMeasured): string {
  const times = ({ p50, p99 }: { p50: number; p99: number }) => [milliseconds(p50), milliseconds(p99)]
  return [
    table([
      [`${streams.toLocaleString('en')} event streams, ${posts} posts`, 'p50', 'p99'],
      ['a post is answered', ...times(answer)],
      ['from then until a stream has told it', ...times(arrival)],
    ]),
    `\nThe last stream was told ${milliseconds(arrival.most)} after the answer at most. Memory of the server: `,
    `${megabytes(rss.without)} before, ${megabytes(rss.with)} with the streams, ${megabytes(rss.after)} after the posts.\n`,
  ].join('')
}

function describeCell({ perSecond, p50, p99 }: Measured): string {
  return `${Math.round(perSecond).toLocaleString('en')}: ${milliseconds(p50)}, ${milliseconds(p99)}`
}

function describeGrowth(cells: readonly Measured[]): string {
  const growth = (cells.at(-1)?.p99 ?? NaN) / (cells[0]?.p99 ?? NaN)
  return `${growth.toFixed(1)} ×${growth < GROWTH_LIMIT ? '' : ' OVER'}`
}

function table([head = [], ...lines]: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |\n`).join('')
}

function milliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en')} ms`
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / MEGABYTE)} MB`
}
