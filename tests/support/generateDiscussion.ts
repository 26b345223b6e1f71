import type { Import } from '../../src/backend/store.ts'
import { generateDiscussionTranscript } from './generateTranscript.ts'
import { readTranscript } from './readTranscript.ts'

/**
 * An article with `count` comments for a store, the same for the same seed: what the page reads from the transcript of
 * `generateDiscussionTranscript`, ids included.
 */
export function generateDiscussion({ seed, count }: { seed: number; count: number }): Import {
  return readTranscript(generateDiscussionTranscript({ seed, count }), { id: `generated-${count}` })
}
