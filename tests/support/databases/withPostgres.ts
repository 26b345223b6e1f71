import { describe, expect, test } from 'vitest'
import { findPostgres } from './findPostgres.ts'

const found = findPostgres()
const MARK = 'NOT TESTED, AS THERE IS NO POSTGRESQL HERE: '
const MARK_OF_OWN = 'NOT TESTED, AS THERE IS NO POSTGRESQL HERE THAT COULD BE STARTED AND STOPPED: '

/** Tests that need a PostgreSQL; where there is none, they are skipped, and their name says so. */
export function describeWithPostgres(name: string, tests: () => void): void {
  describe.runIf(found)(`${found ? '' : MARK}${name}`, () => {
    tests()
  })
}

/** Tests that start and stop a PostgreSQL of their own, by its programs; where there are none, or one that runs is named, likewise. */
export function describeWithPrograms(name: string, tests: (programs: string) => void): void {
  const programs = found && 'programs' in found ? found.programs : null
  describe.runIf(programs !== null)(`${programs === null ? MARK_OF_OWN : ''}${name}`, () => {
    tests(programs ?? '')
  })
}

/** Says of what cannot even be begun without a PostgreSQL that it is not tested, where there is none. */
export function tellIfUntested(name: string): void {
  if (found) return
  describe.runIf(found)(`${MARK}${name}`, () => {
    test('is tested where there is one', () => expect.fail())
  })
}
