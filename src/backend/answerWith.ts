import { ANSWER_HEADER } from '../api/contract.ts'

/** An answer of ours, in JSON unless `content` is `null`; it is of one moment, so nothing on the way keeps it. */
export function answerWith(
  status: number,
  content: object | null,
  headers: Record<string, string> = {},
): Response {
  return new Response(content && JSON.stringify(content), {
    status,
    headers: {
      ...(content && { 'Content-Type': 'application/json' }),
      'Cache-Control': 'no-store',
      [ANSWER_HEADER]: '1',
      ...headers,
    },
  })
}
