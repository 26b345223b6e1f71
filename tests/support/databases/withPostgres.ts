import { describe, expect, test } from 'vitest'
import { findPostgres } from './findPostgres.ts'

const isHere = findPostgres() !== null
const MARK = isHere ? '' : 'NOT TESTED, AS THERE IS NO POSTGRESQL HERE: '

/** Tests that need a PostgreSQL; where there is none, they are skipped, and their name says so. */
export function describeWithPostgres(name: string, tests: () => void): void {
  describe.runIf(isHere)(`${MARK}${name}`, () => {
    tests()
  })
}

/** Says of what cannot even be begun without a PostgreSQL that it is not tested, where there is none. */
export function tellIfUntested(name: string): void {
  if (isHere) return
  describe.runIf(isHere)(`${MARK}${name}`, () => {
    test('is tested where there is one', () => expect.fail())
  })
}
