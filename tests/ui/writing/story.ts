import * as fc from 'fast-check'
import { FAULTS, type Fault } from './faultyCarrier.ts'
import { BOXES, type Box } from './desk.tsx'

/**
 * `tab` 1 is there from the first time that it does something. A box that is empty is written in before it is sent, and one
 * that is amended in any case. What is taken back is the oldest text from that box for which it is offered, if there is any.
 */
export type Step =
  | { does: 'type' | 'replace' | 'empty' | 'amend' | 'send' | 'take-back'; tab: number; box: Box }
  | { does: 'reload' | 'close'; tab: number }
  | { does: 'faults'; faults: Fault[] }
  | { does: 'network'; online: boolean }
  | { does: 'pass'; ms: number }
  | { does: 'arrival' }
  /** The browser is killed, and its smaller storage has lost the last steps. */
  | { does: 'crash'; steps: number }

const tab = fc.constantFrom(0, 0, 0, 1)
const box = fc.constantFrom(...BOXES)

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ does: fc.constant('type' as const), tab, box }) },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constantFrom('replace' as const, 'empty' as const), tab, box }),
  },
  { weight: 5, arbitrary: fc.record({ does: fc.constant('send' as const), tab, box }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('amend' as const), tab, box }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('take-back' as const), tab, box }) },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('faults' as const),
      faults: fc.array(fc.constantFrom(...FAULTS), { minLength: 3, maxLength: 9 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('pass' as const),
      ms: fc.constantFrom(5, 5, 3_000, 20_000, 70_000),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('network' as const), online: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constantFrom('reload' as const, 'close' as const), tab }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('crash' as const), steps: fc.nat(3) }) },
  { weight: 1, arbitrary: fc.constant({ does: 'arrival' as const }) },
)

export const story = fc.array(step, { minLength: 3, maxLength: 14 })

const inFirst = { tab: 0, box: 'new' } as const

/** Two texts of which nobody knows whether they stand, the one added to the other and sent with it. */
export const JOINED: Step[] = [
  { does: 'faults', faults: ['drop-after', 'drop', 'drop', 'drop', 'drop', 'drop'] },
  { does: 'send', ...inFirst },
  { does: 'send', ...inFirst },
  { does: 'pass', ms: 5 },
  { does: 'pass', ms: 5 },
  { does: 'take-back', ...inFirst },
  { does: 'send', ...inFirst },
]

/** A text is added to and sent by another tab after it came back, and the device then forgets that. */
export const FORGOTTEN: Step[] = [
  { does: 'faults', faults: ['fail', 'fail', 'hang', 'fail', 'fail'] },
  { does: 'amend', tab: 0, box: 'new' },
  { does: 'amend', tab: 1, box: 'new' },
  { does: 'crash', steps: 1 },
]
