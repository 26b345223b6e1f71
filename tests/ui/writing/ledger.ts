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
  /** For each box the texts that were sent and have come back to it, of which what is written there has become. */
  const origins = new Map<Box, Set<string>>(boxes.map((box) => [box, new Set()]))
  /** For each text that was sent those that it was sent instead of. */
  const instead = new Map<string, readonly string[]>()
  /** What the writer was told stands there; and what he was told by a browser that was killed since, which may not know it any more. */
  const told = new Set<string>()
  const toldBefore = new Set<string>()
  const of = (box: Box) => written.get(box) ?? ''
  const originsOf = (box: Box) => [...(origins.get(box) ?? [])]

  function goOnWith(text: string): void {
    if (fates.has(text)) fates.set(text, 'changed')
  }

  function comeBack(box: Box, text: string): void {
    for (const each of [text, ...(instead.get(text) ?? [])]) origins.get(box)?.add(each)
  }

  function fateOf(before: readonly string[], posted: readonly string[]): Fate {
    const untold = before.filter((text) => posted.includes(text) && !told.has(text))
    if (untold.length === 0) return 'sent'
    return untold.every((text) => toldBefore.has(text)) ? 'changed' : 'displacing'
  }

  return {
    of,
    /** The writer makes the text of a box into another one. */
    write(box: Box, text: string): void {
      const before = of(box).trim()
      if (text.trim() !== before) goOnWith(before)
      written.set(box, text)
    },
    send(box: Box, posted: readonly string[]): void {
      const text = of(box).trim()
      if (text === '') return
      const before = originsOf(box).filter((each) => each !== text)
      fates.set(text, fateOf(before, posted))
      instead.set(text, before)
      origins.get(box)?.clear()
      written.set(box, '')
    },
    /** A text that is on its way is taken back, to stand after what is written. */
    takeBack(box: Box, text: string): void {
      goOnWith(of(box).trim())
      goOnWith(text)
      comeBack(box, text)
      written.set(box, of(box).trim() === '' ? text : `${of(box)}\n\n${text}`)
    },
    tell(texts: readonly string[]): void {
      for (const text of texts) told.add(text)
    },
    /** The browser may have forgotten what it knew. */
    crash(): void {
      for (const text of told) toldBefore.add(text)
      told.clear()
    },
    /** Holds what stands in a box to what was written, or to what was sent from it and has come back or gone since. */
    check(box: Box, shown: string, isReturned: boolean, posted: readonly string[]): void {
      const expected = of(box)
      if (shown === expected) return
      const isPosted = fates.has(expected.trim()) && posted.includes(expected.trim())
      if (isPosted) origins.get(box)?.clear()
      const left = isPosted ? '' : expected
      const isBack = left === '' && fates.has(shown) && isReturned
      if (isBack) comeBack(box, shown)
      else expect(shown).toBe(left)
      written.set(box, shown)
    },
    checkPosted(posted: readonly string[]): void {
      expect(posted.toSorted()).toEqual([...new Set(posted)].toSorted())
      for (const text of posted) expect([text, fates.get(text)]).not.toEqual([text, 'displacing'])
      for (const text of posted) expect([text, fates.has(text)]).toEqual([text, true])
    },
    /** Once all is well. `standing` is what stands in the threads with the reason why it was not posted. */
    checkEnd(posted: readonly string[], standing: readonly string[]): void {
      const all = [...standing, ...[...written.values()].map((text) => text.trim())]
      for (const [text, fate] of fates) {
        if (fate === 'sent') expect(posted).toContain(text)
        if (fate === 'displacing') expect(all).toContain(text)
      }
    },
  }
}
