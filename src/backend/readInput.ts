import {
  hasBody,
  inputHeaders,
  REQUEST_LIMIT,
  type Endpoint,
  type InputSchema,
  type Taken,
} from '../api/contract.ts'
import { ProblemError } from '../api/problem.ts'
import { bearerToken } from './bearerToken.ts'

/**
 * A request's input, from its path, query, body, headers and `Last-Event-ID` as the contract parts them, and as
 * its schema has it. Rejects with `invalid`, whose field is dotted ("author.name"), `forbidden` or `too-large`.
 */
export async function readInput<Schema extends InputSchema>(
  { method, isStream }: Endpoint,
  input: Schema,
  request: Request,
  path: Readonly<Record<string, string>>,
): Promise<Taken<Schema>> {
  const fromHeaders = readHeaders(input, request.headers)
  const sent: Record<string, unknown> = hasBody(method)
    ? await readBody(request)
    : Object.fromEntries(new URL(request.url).searchParams)
  for (const header of Object.keys(inputHeaders)) delete sent[header]
  const lastEventId = isStream ? request.headers.get('Last-Event-ID') : null
  const assembled = {
    ...sent,
    ...path,
    ...fromHeaders,
    ...(lastEventId !== null && { since: lastEventId }),
  }
  const result = await input['~standard'].validate(assembled)
  if (!result.issues) return result.value as Taken<Schema>
  const [issue] = result.issues
  const field = issue?.path?.map((part) => String(typeof part === 'object' ? part.key : part)).join('.')
  throw invalid(field ?? null, issue?.message ?? 'is not valid')
}

/** What an input has in headers. Both parts of a right to change something are demanded before anything else is looked at. */
function readHeaders({ entries }: { entries: object }, headers: Headers): Record<string, string> {
  const key = headers.get(inputHeaders.idempotencyKey)
  return {
    ...(key !== null && { idempotencyKey: key }),
    ...('editToken' in entries && { editToken: readToken(headers, 'comment') }),
    ...('moderatorToken' in entries && { moderatorToken: readToken(headers, 'moderation') }),
    ...('revision' in entries && { revision: readRevision(headers.get(inputHeaders.revision)) }),
  }
}

function readToken(headers: Headers, resource: 'comment' | 'moderation'): string {
  const token = bearerToken(headers)
  if (token === null) throw new ProblemError({ code: 'forbidden', resource })
  return token
}

/** One strong entity tag (RFC 9110, section 8.8.3): a change is of one revision, which its writer has seen. */
function readRevision(ifMatch: string | null): string {
  if (ifMatch === null) throw invalid('If-Match', 'is missing')
  const [, revision] = /^"(\d{1,15})"$/.exec(ifMatch) ?? []
  if (revision === undefined)
    throw invalid('If-Match', 'must be one revision in quotation marks, such as "1"')
  return revision
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
