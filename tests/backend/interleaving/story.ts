import * as fc from 'fast-check'
import { importOf } from '../imports.ts'

/** What somebody writes; what is named by a number is any comment that is there. */
export type Write =
  | { step: 'post'; parent: number | null; minute: number; heavy: boolean }
  | { step: 'posts'; parent: number; count: number }
  | { step: 'edit' | 'delete' | 'take down'; which: number }
  | { step: 'hold'; parent: number | null }
  | { step: 'release'; which: number; isFine: boolean }
/** What is read of a discussion by who began to read it. */
export type Read = { step: 'threads' } | { step: 'changes' } | { step: 'branch'; which: number }

const minute = fc.nat(8)
const write: fc.Arbitrary<Write> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      step: fc.constant('post' as const),
      parent: fc.option(fc.nat(400)),
      minute,
      heavy: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      step: fc.constant('posts' as const),
      parent: fc.nat(400),
      count: fc.integer({ min: 30, max: 70 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      step: fc.constantFrom('edit' as const, 'delete' as const, 'take down' as const),
      which: fc.nat(400),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ step: fc.constant('hold' as const), parent: fc.option(fc.nat(400)) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      step: fc.constant('release' as const),
      which: fc.nat(9),
      isFine: fc.boolean(),
    }),
  },
)
const read: fc.Arbitrary<Read> = fc.oneof(
  fc.record({ step: fc.constant('threads' as const) }),
  fc.record({ step: fc.constant('changes' as const) }),
  fc.record({ step: fc.constant('branch' as const), which: fc.nat(20) }),
)
/** What was imported, what happens before somebody begins to read, and what happens while they read. */
export const story = fc.record({
  imported: fc.array(fc.record({ parent: fc.nat(200), minute, heavy: fc.nat(9) }), {
    maxLength: 90,
    size: 'max',
  }),
  before: fc.array(write, { maxLength: 4 }),
  meanwhile: fc.array(fc.oneof({ weight: 3, arbitrary: write }, { weight: 2, arbitrary: read }), {
    maxLength: 25,
    size: 'max',
  }),
  limit: fc.integer({ min: 1, max: 6 }),
})

export function importOfStory(imported: readonly ImportedRow[]) {
  return importOf('a', imported.map(toRow), { maxDepth: 12 })
}

type ImportedRow = { parent: number; minute: number; heavy: number }

/** Every other comment answers the one before it, an early one or any other. */
function toRow({ parent, minute: time, heavy }: ImportedRow, index: number) {
  const parentIndex = parent % 4 === 0 ? index - 1 : parent % 4 === 1 ? Math.floor(index / 40) : parent
  const answered = parentIndex >= 0 && parentIndex < index ? `c${parentIndex}` : null
  return [`c${index}`, answered, time, 'Pete', heavy === 0 ? HEAVY : `Text ${index}`] as const
}

/** A text of which a page holds three. */
export const HEAVY = '中'.repeat(9_000)

/** A text that is held. */
export const LINKS = 'http://a.example '.repeat(4)
