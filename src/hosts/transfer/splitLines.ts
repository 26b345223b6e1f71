import { isUtf8 } from 'node:buffer'
import { ExchangeFault } from '../../backend/exchangingStore.ts'

/** Most bytes of one line. */
const LINE_LIMIT = 64 * 1024 * 1024

/** The lines of a text in UTF-8, numbered from 1, as it comes; each ends with a line feed, and nothing else ends one. */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ line: number; text: string }> {
  let parts: Uint8Array[] = []
  let size = 0
  let line = 1
  const keep = (part: Uint8Array) => {
    size += part.length
    if (size > LINE_LIMIT) throw new ExchangeFault({ line }, `This line is longer than ${LINE_LIMIT} bytes.`)
    parts.push(part)
  }
  const take = () => {
    const bytes = Buffer.concat(parts)
    if (!isUtf8(bytes)) throw new ExchangeFault({ line }, 'This is no text in UTF-8.')
    const taken = { line, text: bytes.toString('utf8') }
    parts = []
    size = 0
    line += 1
    return taken
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, start)) {
      keep(chunk.subarray(start, end))
      yield take()
      start = end + 1
    }
    keep(chunk.subarray(start))
  }
  if (size > 0) yield take()
}

const LINE_FEED = 10
