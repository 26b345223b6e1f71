import { afterAll, beforeAll, describe } from 'vitest'
import { changingSuite } from './conformance/changingSuite.ts'
import { changesSuite } from './conformance/changesSuite.ts'
import { contextSuite } from './conformance/contextSuite.ts'
import { countingSuite } from './conformance/countingSuite.ts'
import { eventsSuite } from './conformance/eventsSuite.ts'
import { holdingSuite } from './conformance/holdingSuite.ts'
import { moderatingSuite } from './conformance/moderatingSuite.ts'
import { moderationLogSuite } from './conformance/moderationLogSuite.ts'
import { openingRefusalsSuite } from './conformance/openingRefusalsSuite.ts'
import { openingSuite } from './conformance/openingSuite.ts'
import { overviewSuite } from './conformance/overviewSuite.ts'
import { createProbe, type ConformingBackend } from './conformance/probe.ts'
import { readingSuite } from './conformance/readingSuite.ts'
import { refusingSuite } from './conformance/refusingSuite.ts'
import { repeatingSuite } from './conformance/repeatingSuite.ts'
import { reportingSuite } from './conformance/reportingSuite.ts'
import { rightsSuite } from './conformance/rightsSuite.ts'
import { searchingSuite } from './conformance/searchingSuite.ts'
import { undoingSuite } from './conformance/undoingSuite.ts'
import { writingSuite } from './conformance/writingSuite.ts'

/**
 * What a backend must do, told by HTTP alone, so that it holds for a handler, a worker and a server alike. It is opened
 * once. One that `isModerated` answers moderators too, those of `MODERATORS`. What is written carries names of its own, so that the suite may run again on a backend that keeps things.
 */
export function conformanceSuite(
  name: string,
  open: () => Promise<ConformingBackend>,
  { isModerated = false } = {},
): void {
  describe(`the contract, kept by ${name}`, () => {
    let backend: ConformingBackend
    beforeAll(async () => {
      backend = await open()
    })
    afterAll(() => backend.close?.())

    const probe = createProbe(() => backend)
    readingSuite(probe)
    countingSuite(probe)
    contextSuite(probe)
    searchingSuite(probe)
    overviewSuite(probe)
    refusingSuite(probe)
    openingSuite(probe)
    openingRefusalsSuite(probe)
    writingSuite(probe)
    repeatingSuite(probe)
    changingSuite(probe)
    rightsSuite(probe)
    holdingSuite(probe)
    reportingSuite(probe)
    changesSuite(probe)
    eventsSuite(probe)
    if (!isModerated) return
    moderatingSuite(probe)
    undoingSuite(probe)
    moderationLogSuite(probe)
  })
}
