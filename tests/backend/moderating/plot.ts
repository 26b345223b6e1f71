import * as fc from 'fast-check'
import { DECISIONS } from '../../../src/domain/moderation.ts'

const which = fc.nat(30)
const byWhom = fc.constantFrom('Mo' as const, 'Zoë' as const)

/** What may happen in a discussion that is moderated; `which` counts all comments that were posted, or all entries. */
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      step: fc.constant('post' as const),
      parent: fc.option(which),
      isHeld: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ step: fc.constantFrom('edit' as const, 'remove' as const), which }) },
  { weight: 3, arbitrary: fc.record({ step: fc.constant('report' as const), which }) },
  {
    weight: 6,
    arbitrary: fc.record({
      step: fc.constant('decide' as const),
      which,
      decision: fc.constantFrom(...DECISIONS),
      byWhom,
      /** Whether it is undone at once. */
      isUndone: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ step: fc.constant('close' as const), closed: fc.boolean(), byWhom }) },
  { weight: 2, arbitrary: fc.record({ step: fc.constant('undo' as const), which, byWhom }) },
)

export type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

export const plot = fc.array(step, { minLength: 1, maxLength: 30, size: 'max' })
