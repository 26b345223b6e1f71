import { expect } from 'vitest'

/**
 * What became of a text that was sent. `changed`: its writer went on with it after it had come back, and so may or may not
 * find it posted. `displacing`: it was sent instead of one that stands already, and so must not be posted before its writer is told.
 */
type Fate = 'sent' | 'changed' | 'displacing'

/**
 * What somebody wrote and sent, kept beside the page, to hold the page to it: for each box what is to stand there, and of each
 * text that was sent what is to become of it. No text is written twice.
 */
export function createLedger<Box extends string>(boxes: readonly Box[]) {
  const written = new Map<Box, string>(boxes.map((box) => [box, '']))
  const fates = new Map<string, Fate>()
  const displacing = new Set<string>()
  const of = (box: Box) => written.get(box) ?? ''

  return {
    of,
    /** Whether a text was ever sent instead of one that stands already. */
    hasDisplaced: (text: string) => displacing.has(text),
    /** The writer makes the text of a box into another one. */
    write(box: Box, text: string): void {
      const before = of(box).trim()
      if (fates.has(before) && text.trim() !== before) fates.set(before, 'changed')
      written.set(box, text)
    },
    send(box: Box, isDisplacing: boolean): void {
      const text = of(box).trim()
      if (text === '') return
      if (isDisplacing) displacing.add(text)
      fates.set(text, isDisplacing ? 'displacing' : 'sent')
      written.set(box, '')
    },
    /** Holds what stands in a box to what was written, or to what was sent from it and has come back or gone since. */
    check(box: Box, shown: string, isReturned: boolean, posted: readonly string[]): void {
      const expected = of(box)
      if (shown === expected) return
      const isPosted = fates.has(expected.trim()) && posted.includes(expected.trim())
      const left = isPosted ? '' : expected
      const isBack = left === '' && fates.has(shown) && isReturned
      if (!isBack) expect(shown).toBe(left)
      written.set(box, shown)
    },
    checkPosted(posted: readonly string[]): void {
      expect(posted.toSorted()).toEqual([...new Set(posted)].toSorted())
      for (const text of posted) expect([text, fates.get(text)]).not.toEqual([text, 'displacing'])
      for (const text of posted) expect([text, fates.has(text)]).toEqual([text, true])
    },
    /** Once all is well. `told` is what stands in the threads with the reason why it was not posted. */
    checkEnd(posted: readonly string[], told: readonly string[]): void {
      const standing = [...told, ...[...written.values()].map((text) => text.trim())]
      for (const [text, fate] of fates) {
        if (fate === 'sent') expect(posted).toContain(text)
        if (fate === 'displacing') expect(standing).toContain(text)
      }
    },
  }
}
