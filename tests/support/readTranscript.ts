import { parseTranscript, type TranscriptOptions } from '../../src/transcript/parseTranscript.ts'
import type { ReadTranscript } from '../../src/transcript/transcript.ts'

/** Parses what must be a transcript. */
export function readTranscript(text: string, options: Partial<TranscriptOptions> = {}): ReadTranscript {
  const transcript = parseTranscript(text, { id: 'sample', ...options })
  if (transcript.article === null) throw new Error(transcript.problems[0].message)
  return transcript
}
