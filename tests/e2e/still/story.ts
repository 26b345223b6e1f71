import * as fc from 'fast-check'

/** What others do. `which` names any of the comments that it can be done to. */
export type Write = { by: 'others'; act: 'post' | 'reply' | 'edit' | 'shorten' | 'delete'; which: number }

/** What the reader does. `which` names any of what can be pressed, `by` how far is scrolled. */
export type Act = { by: 'reader'; act: 'scroll' | 'fold' | 'sort' | 'show' | 'load'; which: number }

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      by: fc.constant('others' as const),
      act: fc.constantFrom<Write['act']>('post', 'reply', 'reply', 'edit', 'shorten', 'delete'),
      which: fc.nat(10_000),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      by: fc.constant('reader' as const),
      act: fc.constantFrom<Act['act']>('scroll', 'scroll', 'fold', 'sort', 'show', 'load'),
      which: fc.nat(10_000),
    }),
  },
)

/** A discussion, a window, and what is done in it in turn, which begins in the midst of the discussion. */
export const story = fc.record({
  seed: fc.nat(1_000),
  width: fc.constantFrom(360, 900),
  steps: fc
    .array(step, { minLength: 10, maxLength: 16 })
    .map((steps): (Write | Act)[] => [{ by: 'reader', act: 'scroll', which: 1_700 }, ...steps]),
})
