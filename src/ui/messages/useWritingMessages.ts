import { englishWriting } from './englishWriting.ts'

/** The texts of what is loaded for those who write. */
export function useWritingMessages(): typeof englishWriting {
  return englishWriting
}
