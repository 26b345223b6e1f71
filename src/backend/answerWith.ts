import { ANSWER_HEADER } from '../api/contract.ts'
import { writeJson } from '../domain/writeJson.ts'

/** An answer of ours, in JSON unless `content` is `null`. */
export function answerWith(
  status: number,
  content: object | null,
  headers: Record<string, string> = {},
): Response {
  return answerWithBody(status, content && writeJson(content), {
    ...(content && { 'Content-Type': 'application/json' }),
    ...headers,
  })
}

/** An answer of ours; it is of one moment, so nothing on the way keeps it. */
export function answerWithBody(
  status: number,
  body: BodyInit | null,
  headers: Record<string, string>,
): Response {
  return new Response(body, {
    status,
    headers: { 'Cache-Control': 'no-store', [ANSWER_HEADER]: '1', ...headers },
  })
}
