import { endpoints, REQUEST_LIMIT, type EndpointName, type Input } from '../api/contract.ts'
import { ProblemError } from '../api/problem.ts'

/**
 * A request's input, from its path, query, body, `Idempotency-Key` and `Last-Event-ID` as the contract parts them, and as
 * its schema has it. Rejects with `invalid`, whose field is dotted ("author.name"), or `too-large`.
 */
export async function readInput<Name extends EndpointName>(
  name: Name,
  request: Request,
  path: Record<string, string>,
): Promise<Input<Name>> {
  const { method, input } = endpoints[name]
  const isStream = 'isStream' in endpoints[name]
  const { idempotencyKey: _, ...sent } =
    method === 'GET' ? Object.fromEntries(new URL(request.url).searchParams) : await readBody(request)
  const key = request.headers.get('Idempotency-Key')
  const lastEventId = isStream ? request.headers.get('Last-Event-ID') : null
  const assembled = {
    ...sent,
    ...path,
    ...(key !== null && { idempotencyKey: key }),
    ...(lastEventId !== null && { since: lastEventId }),
  }
  const result = await input['~standard'].validate(assembled)
  if (!result.issues) return result.value as Input<Name>
  const [issue] = result.issues
  const field = issue?.path?.map((part) => String(typeof part === 'object' ? part.key : part)).join('.')
  throw invalid(field ?? null, issue?.message ?? 'is not valid')
}

async function readBody(request: Request): Promise<Record<string, unknown>> {
  const type = request.headers.get('Content-Type')?.split(';', 1)[0]?.trim().toLowerCase()
  if (type !== 'application/json') throw invalid('Content-Type', 'must be application/json')
  const body = parseJson(await readLimited(request))
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw invalid(null, 'must have a JSON object as its body')
  }
  return { ...body }
}

async function readLimited(request: Request): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  const count = (chunk: Uint8Array) => {
    size += chunk.byteLength
    if (size > REQUEST_LIMIT) throw new ProblemError({ code: 'too-large', limit: REQUEST_LIMIT })
    chunks.push(chunk)
  }
  if (request.body) {
    const reader = request.body.getReader()
    try {
      for (let read = await reader.read(); !read.done; read = await reader.read()) count(read.value)
    } catch (error) {
      void reader.cancel().catch(() => undefined)
      throw error
    }
  } else {
    // Firefox keeps bodies but has no `body` stream.
    count(new Uint8Array(await request.arrayBuffer()))
  }
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.byteLength
  }
  return bytes
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw invalid(null, 'must have a body of JSON in UTF-8')
  }
}

function invalid(field: string | null, reason: string): ProblemError {
  return new ProblemError({ code: 'invalid', field, reason })
}
