import { expect } from 'vitest'

/**
 * The edit of one comment by its writer's account: what is to stand in its composer, and which texts were saved. `first` is the text
 * that the comment begins with; `body` is always the one that the store has.
 */
export function createEditLedger(first: string) {
  const saved = new Set([first])
  let written: string | null = null

  return {
    /** `null` where nothing was written beyond what stands in the comment. */
    written: () => written,
    write: (text: string | null) => void (written = text),
    save: (text: string) => void saved.add(text.trim()),
    /** What was saved need not stand in the composer any more, and then the comment as it is does. */
    check(shown: string | null, body: string): void {
      expect([...saved]).toContain(body)
      if (shown === null) return
      if (written?.trim() === body && shown !== written) written = null
      expect(['edit', shown]).toEqual(['edit', written ?? body])
    },
  }
}
