import { expect, test } from 'vitest'
import { storageErrorOf } from '../../../src/backend/sql/storageError.ts'

test.for([
  ['53100', 'full'],
  ['ENOSPC', 'full'],
  ['40001', 'conflict'],
  ['25006', 'read-only'],
  ['57014', 'timed-out'],
  // As it is ended in order, as it begins, and as it is gone.
  ['57P01', 'unreachable'],
  ['57P03', 'unreachable'],
  ['08006', 'unreachable'],
  ['ECONNREFUSED', 'unreachable'],
  // As long as PostgreSQL's codes are.
  ['EPIPE', 'unreachable'],
  [undefined, 'unreachable'],
  ['22P02', 'refused'],
  ['XX000', 'refused'],
] as const)('an error of the code %s is the fault "%s", and keeps its cause', ([code, fault]) => {
  const cause = Object.assign(new Error('secret'), { code })
  expect(storageErrorOf(cause)).toMatchObject({ name: 'StorageError', fault, cause })
})
