import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import type { ChangeSignal } from '../../backend/changeSignal.ts'
import {
  ExchangeFault,
  type ExchangingStore,
  type FaultPlace,
  type ReadPiece,
} from '../../backend/exchangingStore.ts'
import { explainReadError, isReadError, type FileOutcome } from '../transcriptFile.ts'
import { readPieces } from './readPieces.ts'

/** Takes all discussions of a file into the store, or, where anything is wrong in it, none. Rejects where the store fails. */
export async function importFile(
  { store, signal }: { store: ExchangingStore; signal: ChangeSignal },
  name: string,
  options: { replace: boolean },
): Promise<FileOutcome> {
  const read = () => readPieces(createReadStream(resolve(process.env['INIT_CWD'] ?? '', name)))
  try {
    const taken = await store.importPieces(read, options)
    for (const { discussionId, isTaken } of taken) if (isTaken) signal.send(discussionId)
    const lines = taken.map(({ discussionId, isTaken }) =>
      isTaken
        ? `${name}: "${discussionId}" is taken in.`
        : `${name}: "${discussionId}" is there already, and stays as it is; --replace takes it in anew, without what was written to it.`,
    )
    return { isRead: true, lines }
  } catch (error) {
    if (isReadError(error)) return refused(`${name}: ${explainReadError(error)}`)
    if (!(error instanceof ExchangeFault)) throw error
    const line = await lineOf(error.place, read)
    return refused(`${name}:${line}: ${error.message} Nothing of the file was taken in.`)
  }
}

function refused(line: string): FileOutcome {
  return { isRead: false, lines: [line] }
}

/** Where a comment stands is looked up only when it has to be told. */
async function lineOf(place: FaultPlace, read: () => AsyncIterable<ReadPiece>): Promise<number> {
  if ('line' in place) return place.line
  let isWithin = false
  for await (const piece of read()) {
    if (piece.kind === 'discussion') isWithin = piece.kept.discussion.id === place.discussionId
    if (piece.kind !== 'comments' || !isWithin) continue
    const index = piece.comments.findIndex(({ id }) => id === place.commentId)
    if (index !== -1) return piece.line + index
  }
  return 1
}
