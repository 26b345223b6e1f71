import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { plot } from './moderating/plot.ts'
import { runPlot } from './moderating/runPlot.ts'
import { everyKindOfStore } from './stores.ts'

const { memory, ...others } = everyKindOfStore()
const groups = [
  { group: 'memory', openers: [memory], numRuns: 200 },
  { group: 'memory and SQL', openers: [memory, ...Object.values(others)], numRuns: 12 },
].map(({ openers, ...group }) => ({ ...group, opens: openers.flatMap((each) => each?.openOfServer ?? []) }))

test.for(groups)(
  'whatever is posted, held, reported, decided and undone, counts are right, the log is complete, and undoing is exact, over $group',
  { timeout: 120_000 },
  async ({ opens, numRuns }) => {
    expect(opens.length).toBeGreaterThan(0)
    await fc.assert(
      fc.asyncProperty(plot, async (steps) => {
        const runs: unknown[][] = []
        for (const open of opens) runs.push(await runPlot(await open(), steps))
        for (const run of runs.slice(1)) expect(run).toEqual(runs[0])
      }),
      // Over a database, to make what fails smaller would take longer than the test may.
      { numRuns, endOnFailure: opens.length > 1 },
    )
  },
)
