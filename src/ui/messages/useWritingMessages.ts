import { useMessages } from '../ambient.tsx'
import type { Messages } from './english.ts'
import { englishWriting, type WritingMessages } from './englishWriting.ts'

/** The texts of what is loaded for those who write. */
export function useWritingMessages(): WritingMessages {
  return writingMessagesOf(useMessages())
}

/** In the language of other texts. */
export function writingMessagesOf({ writing = englishWriting }: Messages): WritingMessages {
  return writing
}
