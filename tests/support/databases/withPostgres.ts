import { describe } from 'vitest'
import { findPostgres } from './findPostgres.ts'

/** Tests that need a PostgreSQL; where there is none, they are skipped, and say why. */
export function describeWithPostgres(name: string, tests: () => void): void {
  if (findPostgres()) describe(name, tests)
  else describe.skip(`NOT TESTED, as there is no PostgreSQL here: ${name}`, tests)
}
