import { ExchangeFault, type KeptComment, type ReadPiece } from '../../backend/exchangingStore.ts'
import { readLine } from './lines.ts'
import { splitLines } from './splitLines.ts'

/** How many comments are handed out at once, fewer where they are long. */
const PIECE_SIZE = 1_000
const PIECE_LENGTH = 4_000_000

/**
 * The discussions of a file, as it comes. What npm prints before it runs a script is passed over, as it stands in the file where that is
 * what was written to it. Rejects with an `ExchangeFault`.
 */
export async function* readPieces(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ReadPiece> {
  let comments: KeptComment[] = []
  let length = 0
  let isBegun = false
  let next = 1
  const flush = () => {
    const piece = { kind: 'comments', line: next - comments.length, comments } as const
    comments = []
    length = 0
    return piece
  }
  for await (const { line, text } of splitLines(chunks)) {
    next = line
    if (!isBegun && /^(> .*)?\r?$/.test(text)) continue
    const read = readLine(line, text)
    if ('kept' in read) {
      if (comments.length > 0) yield flush()
      isBegun = true
      yield { kind: 'discussion', line, kept: read.kept }
    } else {
      if (!isBegun) throw new ExchangeFault({ line }, 'A comment stands here before any discussion.')
      comments.push(read.comment)
      length += text.length
    }
    next = line + 1
    if (comments.length >= PIECE_SIZE || length > PIECE_LENGTH) yield flush()
  }
  if (comments.length > 0) yield flush()
  if (!isBegun) throw new ExchangeFault({ line: next }, 'There is no discussion in this file.')
  yield { kind: 'end', line: next }
}
