import { execFileSync } from 'node:child_process'
import autocannon from 'autocannon'

/** What is asked for again and again: `next` gives the requests, in turn. */
export type Subject = { name: string; isRead: boolean; next: () => autocannon.Request }

/** Times are in milliseconds, `rss` in bytes after it. */
export type Measured = { perSecond: number; p50: number; p99: number; rss: number }

const CONNECTIONS = 8
const WARM_UP_SECONDS = 1
const SECONDS = 4

/** Asks a server over some connections at once, each anew once it is answered. Rejects where anything is not answered well. */
export async function measure(server: { origin: string; pid: number }, subject: Subject): Promise<Measured> {
  await fire(server.origin, subject, WARM_UP_SECONDS)
  const { times, seconds } = await fire(server.origin, subject, SECONDS)
  return {
    perSecond: times.length / seconds,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    rss: readRss(server.pid),
  }
}

async function fire(
  origin: string,
  { name, next }: Subject,
  duration: number,
): Promise<{ times: number[]; seconds: number }> {
  const times: number[] = []
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const running = autocannon(
      {
        url: origin,
        connections: CONNECTIONS,
        duration,
        requests: [{ setupRequest: (request) => ({ ...request, ...next() }) }],
      },
      (error, done) => (error ? reject(error) : resolve(done)),
    )
    running.on('response', (_client, _status, _bytes, time) => times.push(time))
  })
  const { errors, non2xx } = result
  if (errors + non2xx > 0) throw new Error(`${name}: ${errors} errors, ${non2xx} refusals`)
  return { times, seconds: result.duration }
}

export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN
}

/** What a process has of the memory of the machine, in bytes. */
export function readRss(pid: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) * 1_024
}
