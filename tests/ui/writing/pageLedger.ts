import { expect } from 'vitest'

/**
 * What is to become of a text that was sent: `posted`, once; `asked`: posted or, with the reason, before its writer again;
 * `told`: not posted before its writer is told, as the text that it was made from stands already; `changed`: what it may have
 * become, since its writer went on with it.
 */
type Fate = 'posted' | 'asked' | 'told' | 'changed'

/** What stands in one composer by what its writer did there. */
type Written = {
  text: string
  /** Texts that were sent, came back, and have become the one that stands here. */
  madeOf: ReadonlySet<string>
  /** Whether what came back was taken away again before this was written. */
  isAfterOther: boolean
}

/** What a composer shows. */
export type Shown = { text: string; alert: string | null }

const OVERTAKEN = 'What you sent before was posted after all.'
const empty: Written = { text: '', madeOf: new Set(), isAfterOther: false }

/**
 * What somebody wrote and sent, by their own account, to hold the page to it: what is to stand in each composer, and what is
 * to become of each text that was sent. It knows nothing of the page but what is to be seen. No text is written twice.
 */
export function createPageLedger<Box extends string>() {
  const boxes = new Map<Box, Written>()
  const sent = new Map<string, { box: Box; fate: Fate; madeOf: ReadonlySet<string> }>()
  const of = (box: Box) => boxes.get(box) ?? empty

  function put(box: Box, changes: Partial<Written>): void {
    boxes.set(box, { ...of(box), ...changes })
  }

  function change(text: string): void {
    const record = sent.get(text.trim())
    if (record) record.fate = 'changed'
  }

  /** What came back stands in its composer, with the reason; or no more, where it was posted after all. */
  function follow(box: Box, { text, alert }: Shown, posted: readonly string[]): void {
    const before = of(box).text.trim()
    if (text !== of(box).text && sent.get(before)?.box === box && posted.includes(before)) boxes.delete(box)
    const record = sent.get(text.trim())
    const isBack = of(box).text.trim() === '' && record?.box === box && alert !== null
    if (isBack) put(box, { text, madeOf: new Set([...record.madeOf, text.trim()]) })
    if (alert?.includes(OVERTAKEN)) put(box, { madeOf: new Set() })
  }

  return {
    of,
    write(box: Box, text: string): void {
      if (text.trim() !== of(box).text.trim()) change(of(box).text)
      const isAfterOther = of(box).isAfterOther || (text === '' && of(box).madeOf.size > 0)
      put(box, text === '' ? { ...empty, isAfterOther } : { text })
    },
    /** Gives back what was there before it was discarded. */
    restore: (box: Box, written: Written) => boxes.set(box, written),
    discard(box: Box): void {
      change(of(box).text)
      boxes.delete(box)
    },
    /** What came back is not sent by itself any more. */
    hold: (box: Box) => change(of(box).text),
    /** `seen` are the posted texts that the writer can see. */
    send(box: Box, posted: readonly string[], isSeen: (text: string) => boolean): void {
      const { text, madeOf, isAfterOther } = of(box)
      const others = new Set([...madeOf].filter((other) => other !== text.trim()))
      const standing = [...others].filter((other) => posted.includes(other))
      const isToBeTold = standing.some((other) => !isSeen(other))
      const fate = isToBeTold ? 'told' : others.size > 0 || isAfterOther ? 'asked' : 'posted'
      sent.set(text.trim(), { box, fate, madeOf: others })
      boxes.delete(box)
    },
    check(box: Box, shown: Shown, posted: readonly string[]): void {
      follow(box, shown, posted)
      expect([box, shown.text]).toEqual([box, of(box).text])
    },
    checkPosted(posted: readonly string[]): void {
      expect(posted.toSorted()).toEqual([...new Set(posted)].toSorted())
      expect(posted.filter((text) => !sent.has(text) || sent.get(text)?.fate === 'told')).toEqual([])
    },
    /** What was sent and is not posted is still before its writer. */
    checkStanding(posted: readonly string[], isSeen: (text: string) => boolean): void {
      const written = new Set([...boxes.values()].map(({ text }) => text.trim()))
      const isHere = (text: string) => posted.includes(text) || written.has(text) || isSeen(text)
      const lost = [...sent].filter(([text, { fate }]) => fate !== 'changed' && !isHere(text))
      expect(lost).toEqual([])
    },
    /** Once all is well. */
    checkEnd(posted: readonly string[]): void {
      const missing = [...sent].filter(([text, { fate }]) => fate === 'posted' && !posted.includes(text))
      expect(missing).toEqual([])
    },
  }
}
