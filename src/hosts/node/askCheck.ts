import * as v from 'valibot'
import type { Checked } from '../../backend/outsideCheck.ts'
import { writeJson } from '../../domain/writeJson.ts'

/** How long an answer may take to come, in milliseconds. */
const TIME_LIMIT_MS = 2_000

/** Most bytes of an answer. */
const ANSWER_LIMIT = 4_096

const verdict = v.object({ hold: v.boolean() })

/**
 * Asks an address whether a text is to be held, by a `POST` of JSON. Rejects where it does not answer 200 with `{ "hold": true }` or
 * `{ "hold": false }` in time. What it rejects with says nothing of the text or the answer, as answers may repeat the text. `client`
 * tells who writes from others, and not who it is.
 */
export async function askCheck(
  url: string,
  { authorName, body, format, discussionId, parentId }: Checked,
  client: string | null,
  timeLimit = TIME_LIMIT_MS,
): Promise<boolean> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: writeJson({ name: authorName, text: body, format, discussionId, parentId, client }),
    redirect: 'manual',
    signal: AbortSignal.timeout(timeLimit),
  })
  if (response.status !== 200) {
    await response.body?.cancel()
    throw new Error(`The check answered with the status ${response.status}`)
  }
  const parsed = v.safeParse(verdict, parseJson(await readLimited(response)))
  if (!parsed.success)
    throw new Error('The check answered with something else than { "hold": true } or { "hold": false }')
  return parsed.output.hold
}

async function readLimited({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.byteLength
    if (size > ANSWER_LIMIT) throw new Error(`The check answered with more than ${ANSWER_LIMIT} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
