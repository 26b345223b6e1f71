import * as fc from 'fast-check'
import { ORDERS, type Order } from '../../../src/domain/order.ts'
import { FAULTS, type Fault } from './faultyCarrier.ts'
import { BOXES, type Box } from './pageReader.ts'

/**
 * `tab` 1 is there from the first time that something is done in it. A composer that is not open is opened before anything is done
 * there, and one that is empty is written in before it is sent or discarded.
 */
export type Step =
  | { does: 'type' | 'replace' | 'empty' | 'open' | 'close'; tab: number; box: Box }
  | { does: 'send'; tab: number; box: Box; isTwice: boolean }
  /** What came back, if anything did, is sent once more, as it is or changed. */
  | { does: 'resend'; tab: number; isChanged: boolean }
  /** So long after it the text is taken back, if at all. */
  | { does: 'discard'; tab: number; box: Box; undoneAfterMs: number | null }
  | { does: 'sort'; tab: number; order: Order }
  | { does: 'fold'; tab: number; button: RegExp }
  /** Searches, looks at what is found, and clears that. */
  | { does: 'search'; tab: number; words: string }
  | { does: 'arrival'; parentId: string | null }
  /** What came is shown; if there is nothing, something comes. */
  | { does: 'news'; tab: number; parentId: string | null }
  | { does: 'reload' | 'leave'; tab: number }
  | { does: 'faults'; faults: Fault[] }
  | { does: 'network'; isOnline: boolean }
  | { does: 'pass'; ms: number }

const tab = fc.constantFrom(0, 0, 0, 1)
const parentId = fc.constantFrom(null, 'c1', 'c2', 'c3')
/** What was done, and is not known to be, is worth more tries than the rest. */
const LOST = ['drop-after', 'hang-after'] as const
const FOLDING = [/ thread by Pete/, / thread by George/, /^Collapse all$/, /^Expand all$/]

/** Of somebody who writes in two composers, as few do in more at a time. */
const stepIn = (box: fc.Arbitrary<Box>): fc.Arbitrary<Step> =>
  fc.oneof(
    of(5, { does: is('type'), tab, box }),
    of(1, { does: is('replace', 'empty'), tab, box }),
    of(2, { does: is('open', 'close', 'close'), tab, box }),
    of(5, { does: is('send'), tab, box, isTwice: fc.boolean() }),
    of(3, { does: is('resend'), tab, isChanged: fc.boolean() }),
    of(2, { does: is('discard'), tab, box, undoneAfterMs: fc.constantFrom(null, 50, 6_000) }),
    of(2, { does: is('sort'), tab, order: fc.constantFrom(...ORDERS) }),
    of(2, { does: is('fold'), tab, button: fc.constantFrom(...FOLDING) }),
    of(2, { does: is('search'), tab, words: fc.constantFrom('w1', 'other', 'Pete', 'xyzzy', '"') }),
    of(1, { does: is('arrival'), parentId }),
    of(1, { does: is('news'), tab, parentId }),
    of(1, { does: is('reload', 'leave'), tab }),
    of(4, {
      does: is('faults'),
      faults: fc.array(fc.constantFrom(...FAULTS, ...LOST, ...LOST), { minLength: 5, maxLength: 9 }),
    }),
    of(1, { does: is('network'), isOnline: fc.boolean() }),
    of(3, { does: is('pass'), ms: fc.constantFrom(50, 3_000, 20_000, 70_000) }),
  )

export const pageStory = fc
  .subarray([...BOXES], { minLength: 2, maxLength: 2 })
  .chain((boxes) => fc.array(stepIn(fc.constantFrom(...boxes)), { minLength: 6, maxLength: 14 }))

function is<Does extends Step['does']>(...all: [Does, ...Does[]]): fc.Arbitrary<Does> {
  return fc.constantFrom(...all)
}

function of<Value>(weight: number, model: { [Key in keyof Value]: fc.Arbitrary<Value[Key]> }) {
  return { weight, arbitrary: fc.record(model) }
}
