import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseTranscript } from '../../src/transcript/parseTranscript.ts'
import { ADVERSARIAL_TEXTS, type AdversarialText } from '../support/adversarialTexts.ts'
import { generateTranscript } from '../support/generateTranscript.ts'

/** One file's measurement, from a process of its own. Times are the median of several parses, memory that of the first. */
type Measurement = { bytes: number; comments: number; ms: number; peakBytes: number }

const BYTES_PER_MB = 1_000_000
const SIZES_MB = [1, 10, 100]
const ADVERSARIAL_LENGTH = 10_000_000
const SEED = 20130411

const [file] = process.argv.slice(2)
if (file === undefined) runAll()
else console.log(JSON.stringify(measureFile(file)))

function runAll(): void {
  const [cpu] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  console.log(`Node ${process.version}, ${cpus().length} × ${cpu?.model ?? 'unknown'}, ${memory} GiB\n`)
  const folder = mkdtempSync(join(tmpdir(), 'parse-bench-'))
  try {
    const generated = SIZES_MB.map((megabytes) =>
      measureText(folder, generateTranscript(SEED, megabytes * BYTES_PER_MB)),
    )
    const real = measureText(folder, repeatKerry(100 * BYTES_PER_MB))
    const rows = generated.map((measurement) => describeMeasurement('generated', measurement))
    console.table(Object.fromEntries([...rows, describeMeasurement('Kerry, repeated', real)]))
    console.log(`Time per MB grows by a factor of ${growth(generated).toFixed(2)} from 1 to 100 MB.\n`)
  } finally {
    rmSync(folder, { recursive: true })
  }
  console.table(Object.fromEntries(ADVERSARIAL_TEXTS.map(measureAdversarial)))
}

/** In a process of its own, so that neither the making of the text nor the size before counts. */
function measureText(folder: string, text: string): Measurement {
  const path = join(folder, 'transcript.txt')
  writeFileSync(path, text)
  const script = fileURLToPath(import.meta.url)
  return JSON.parse(
    execFileSync(process.execPath, ['--expose-gc', ...process.execArgv, script, path], { encoding: 'utf8' }),
  )
}

/** The Kerry page with its comments again and again, about `length` characters; all of them ASCII, unlike the generated ones. */
function repeatKerry(length: number): string {
  const text = readFileSync('public/transcripts/kerry-to-urge-china.txt', 'utf8')
  const start = text.indexOf('  1. ')
  const end = text.indexOf('\nPost a comment')
  return text.slice(0, start) + text.slice(start, end).repeat(length / (end - start)) + text.slice(end)
}

function measureFile(path: string): Measurement {
  const rssBefore = process.memoryUsage().rss
  const text = readFileSync(path, 'utf8')
  const { comments } = parseTranscript(text, { id: 'bench' })
  const peakBytes = process.resourceUsage().maxRSS * 1024 - rssBefore
  const bytes = Buffer.byteLength(text)
  const runs = bytes > 50 * BYTES_PER_MB ? 5 : 15
  const times = Array.from({ length: runs }, () => timeParse(text))
  return { bytes, comments: comments.length, ms: median(times), peakBytes }
}

function describeMeasurement(
  name: string,
  { bytes, comments, ms, peakBytes }: Measurement,
): [string, object] {
  const megabytes = bytes / BYTES_PER_MB
  return [
    `${Math.round(megabytes)} MB, ${name}`,
    {
      comments,
      'median ms': Math.round(ms),
      'MB/s': Math.round((megabytes / ms) * 1000),
      'peak memory / size': Number((peakBytes / bytes).toFixed(1)),
    },
  ]
}

function growth(measurements: readonly Measurement[]): number {
  const perByte = measurements.map(({ ms, bytes }) => ms / bytes)
  return (perByte.at(-1) ?? NaN) / (perByte[0] ?? NaN)
}

/** `growth` is how much longer the same shape takes at ten times the length; 10 is linear. Both are the best of three. */
function measureAdversarial({ name, make }: AdversarialText): [string, object] {
  const [shortMs, ms] = [ADVERSARIAL_LENGTH / 10, ADVERSARIAL_LENGTH].map((length) => {
    const text = make(length)
    return Math.min(timeParse(text), timeParse(text), timeParse(text))
  })
  return [name, { ms: Math.round(ms ?? NaN), growth: Number(((ms ?? NaN) / (shortMs ?? NaN)).toFixed(1)) }]
}

function timeParse(text: string): number {
  globalThis.gc?.()
  const start = performance.now()
  parseTranscript(text, { id: 'bench' })
  return performance.now() - start
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? NaN
}
