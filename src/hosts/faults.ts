const CONCERNED = ['all', 'get', 'post', 'patch', 'delete'] as const

/** Faults to be put on purpose into the answers of the backend that runs in the page. */
export type Faults = {
  /** How much later than otherwise each answer comes, in milliseconds. */
  latency: number
  /** The share of requests that are refused as unavailable before anything is done, 0 to 1. */
  fail: number
  /** The share of requests that are carried out and whose answer is then lost, 0 to 1. */
  dropAfterCommit: number
  /** Which requests are concerned. */
  on: (typeof CONCERNED)[number]
  /** How many requests are failed or lost at most, before all is well. */
  times: number
}

export const NO_FAULTS: Faults = { latency: 0, fail: 0, dropAfterCommit: 0, on: 'all', times: Infinity }

/** Longer, and the client has given up waiting anyhow; in milliseconds. */
const LATENCY_LIMIT = 60_000

/**
 * Reads a list of faults such as `latency:800,fail:0.2,drop-after-commit:0.1,on:post,times:3`. A part that cannot be
 * read is left out and named in `problems`, one sentence for each; of two parts of one name the later one counts.
 */
export function parseFaults(text: string): { faults: Faults; problems: string[] } {
  const faults = { ...NO_FAULTS }
  const problems: string[] = []
  for (const part of text.split(',').map((piece) => piece.trim())) {
    if (part === '') continue
    const problem = readPart(part, faults)
    if (problem !== null) problems.push(problem)
  }
  return { faults, problems }
}

function readPart(part: string, faults: Faults): string | null {
  const [name = '', ...rest] = part.split(':').map((piece) => piece.trim())
  const value = rest.join(':')
  switch (name) {
    case 'latency': {
      const latency = readNumber(value, LATENCY_LIMIT)
      if (latency === null)
        return `"${part}": latency is a number of milliseconds from 0 to ${LATENCY_LIMIT}.`
      faults.latency = latency
      return null
    }
    case 'fail':
    case 'drop-after-commit': {
      const share = readNumber(value, 1)
      if (share === null) return `"${part}": the share of requests is a number from 0 to 1.`
      faults[name === 'fail' ? 'fail' : 'dropAfterCommit'] = share
      return null
    }
    case 'times': {
      const times = readNumber(value, Number.MAX_SAFE_INTEGER)
      if (times === null || !Number.isInteger(times)) return `"${part}": times is a whole number.`
      faults.times = times
      return null
    }
    case 'on': {
      const on = CONCERNED.find((each) => each === value)
      if (on === undefined) return `"${part}": faults are put on "get", "post", "patch", "delete" or "all".`
      faults.on = on
      return null
    }
    default:
      return `"${part}": there is no such fault; there are latency, fail and drop-after-commit, with on and times.`
  }
}

function readNumber(text: string, limit: number): number | null {
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN
  return value <= limit ? value : null
}
