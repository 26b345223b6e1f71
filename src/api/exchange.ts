import * as v from 'valibot'
import { writeJson } from '../domain/writeJson.ts'
import { ANSWER_HEADER, hasBody, inputHeaders, pathNames, type Endpoint } from './contract.ts'
import { ProblemError, serverProblem } from './problem.ts'

/** A request as the contract parts its input into path, query, headers and body. */
export function buildRequest(
  { method, path, isStream }: Endpoint,
  input: object,
  base: string,
  signal: AbortSignal,
): Request {
  const values: Record<string, unknown> = { ...input }
  const { idempotencyKey, editToken, revision, ...rest } = values
  for (const key of pathNames(path)) delete rest[key]
  const url = new URL(
    base + path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(String(values[key]))),
  )
  const accepted = isStream ? 'text/event-stream' : 'application/json'
  const headers = new Headers({ Accept: accepted })
  if (idempotencyKey !== undefined) headers.set(inputHeaders.idempotencyKey, String(idempotencyKey))
  if (editToken !== undefined) headers.set(inputHeaders.editToken, `Bearer ${String(editToken)}`)
  if (revision !== undefined) headers.set(inputHeaders.revision, `"${String(revision)}"`)
  if (!hasBody(method)) {
    for (const [key, value] of Object.entries(rest)) url.searchParams.set(key, String(value))
    return new Request(url, { method, headers, signal })
  }
  headers.set('Content-Type', 'application/json')
  return new Request(url, { method, headers, signal, body: writeJson(rest) })
}

/** What an answer gives, as `output` has it. Throws the problem that it tells, or that it is. */
export function readAnswer(output: v.GenericSchema, response: Response, text: string): unknown {
  if (!response.ok || !response.headers.has(ANSWER_HEADER)) throw problemIn(response, text)
  const parsed = v.safeParse(output, parseJson(text))
  if (parsed.success) return parsed.output
  throw problemIn(response, text)
}

/** The problem that an answer tells, or, where it is not one of ours or gives what it should not, that it is. */
export function problemIn(response: Response, text: string): ProblemError {
  if (!response.headers.has(ANSWER_HEADER) && response.status >= 500) {
    return new ProblemError({ code: 'unavailable' })
  }
  const told = response.headers.has(ANSWER_HEADER) && !response.ok ? parseJson(text) : undefined
  const parsed = v.safeParse(serverProblem, told)
  return new ProblemError(
    parsed.success ? parsed.output : { code: 'unexpected-answer', status: response.status },
  )
}

/** What `promise` gives, unless `signal` is aborted first: then it rejects with the reason. */
export function orAbort<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    if (signal.aborted) reject(signal.reason)
    promise.then(resolve, reject)
  })
}

/** `undefined` where it is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
