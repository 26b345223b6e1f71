import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { readEncodings } from './content.ts'

/** Shorter ones fit into one packet as they are. */
const LEAST_BYTES = 1_400

const zip = promisify(gzip)

/**
 * What was read, with gzip where it is long and the other side takes it. What has an `ETag` stays as it is, as that is of its
 * bytes; so does what was written, since its answer has a token beside what the writer chose, whose length would then tell of it.
 */
export async function compressAnswer(request: Request, answer: Response): Promise<Response> {
  const { headers, status } = answer
  const isFit =
    request.method === 'GET' &&
    status === 200 &&
    headers.get('Content-Type') === 'application/json' &&
    !headers.has('ETag') &&
    !headers.has('Content-Encoding')
  if (!isFit) return answer
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const told = new Headers(headers)
  told.append('Vary', 'Accept-Encoding')
  const isZipped =
    bytes.length >= LEAST_BYTES && readEncodings(request.headers.get('Accept-Encoding')).includes('gzip')
  if (isZipped) told.set('Content-Encoding', 'gzip')
  return new Response(isZipped ? await zip(bytes) : bytes, { status, headers: told })
}
