import type { ChangeSignal } from '../../backend/changeSignal.ts'
import type { Store } from '../../backend/store.ts'
import { parseTranscript } from '../../transcript/parseTranscript.ts'
import { transcriptId } from '../../transcript/transcriptId.ts'
import { describeProblem, readTranscriptFile, Refusal, type FileOutcome } from '../transcriptFile.ts'

/**
 * Takes the transcript of a file into the store, under the id that the file's name gives. One that is here already stays as it
 * is, with what was written to it, unless it is to be replaced. Rejects where the store fails.
 */
export async function seedFile(
  { store, signal }: { store: Store; signal: ChangeSignal },
  name: string,
  options: { replace: boolean },
): Promise<FileOutcome> {
  let text: string
  try {
    text = await readTranscriptFile(name)
  } catch (error) {
    if (error instanceof Refusal) return { isRead: false, lines: [error.message] }
    throw error
  }
  const transcript = parseTranscript(text, { id: transcriptId(name) })
  const problems = transcript.problems.map((problem) => describeProblem(name, problem))
  if (transcript.article === null) return { isRead: false, lines: problems }
  const { discussion, comments } = transcript
  const isTaken = await store.importDiscussion(transcript, options)
  if (isTaken) signal.send(discussion.id)
  const outcome = isTaken
    ? `read as "${discussion.id}", with ${comments.length} comments.`
    : `"${discussion.id}" is there already, and stays as it is; --replace takes it in anew, without what was written to it.`
  return { isRead: true, lines: [`${name}: ${outcome}`, ...(isTaken ? problems : [])] }
}
