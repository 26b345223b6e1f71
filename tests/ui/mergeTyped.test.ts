import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeTyped } from '../../src/ui/drafts/mergeTyped.ts'

test.for([
  ['nothing was typed', '', '', 'kept', 'kept'],
  ['nothing was typed after the draft', 'kept', 'kept', 'kept since', 'kept since'],
  ['the draft was gone on with', 'kept', 'kept, and more', 'kept', 'kept, and more'],
  ['the draft was cut', 'kept', 'ke', 'kept', 'ke'],
  ['the draft was emptied', 'kept', '', 'kept', ''],
  ['there was no draft', '', 'typed', '', 'typed'],
  ['the browser restored what was kept', '', 'kept', 'kept', 'kept'],
  ['it was typed before the draft was there', '', 'typed', 'kept', 'kept\n\ntyped'],
  ['another tab went on too', 'kept', 'kept here', 'kept there', 'kept there\n\nkept here'],
] as const)('%s', ([, begun, typed, kept, draft]) => {
  expect(mergeTyped(begun, typed, kept)).toBe(draft)
})

test('whatever was typed is in the draft, and so is what was kept unless it was typed over', () => {
  const text = fc.oneof(fc.constantFrom('', 'kept', 'kept on'), fc.string())
  fc.assert(
    fc.property(text, text, text, (begun, typed, kept) => {
      const draft = mergeTyped(begun, typed, kept)
      if (typed !== begun) expect(draft).toContain(typed)
      if (kept !== begun) expect(draft).toContain(kept)
    }),
  )
})
