import { expect, test } from 'vitest'
import { storageErrorOf } from '../../src/backend/sql/storageError.ts'
import { explainDatabase } from '../../src/hosts/node/explainDatabase.ts'

/** As the driver, the system or Node reject. */
function rejection(message: string, code?: string): Error {
  return Object.assign(new Error(message), code !== undefined && { code })
}

test.each([
  [
    rejection('self-signed certificate', 'DEPTH_ZERO_SELF_SIGNED_CERT'),
    /whose certificate is not trusted \(self-/,
  ],
  [
    rejection('Host: db. is not cert', 'ERR_TLS_CERT_ALTNAME_INVALID'),
    /whose certificate is not trusted \(Host/,
  ],
  [rejection('timeout expired'), /that did not answer in time\./],
  [rejection('connect EHOSTUNREACH 10.0.0.7:5432', 'EHOSTUNREACH'), /that did not answer in time\./],
  [rejection('Connection terminated unexpectedly'), /where what answers is no PostgreSQL/],
  [rejection('connect ENOENT /run/.s.PGSQL.5432', 'ENOENT'), /where nothing listens \(connect ENOENT/],
  [rejection('sorry, too many clients already', '53300'), /that has no connection left \(sorry/],
  [rejection('cannot execute CREATE TABLE in a read-only transaction', '25006'), /as a standby does\./],
  [rejection('something else', 'XX000'), /that cannot be used: something else$/],
])('%s is told with what to do', (error, told) => {
  const text = explainDatabase(storageErrorOf(error), 'postgres://ann:hunter2@db.example:5433/comments')
  expect(text).toMatch(/^DATABASE_URL names a PostgreSQL at db\.example:5433 /)
  expect(text).toMatch(told)
})

test.each([
  ['postgres://ann:hunter2@db.example/comments', 'db.example:5432'],
  ['postgres:///comments?host=%2Frun%2Fpostgresql&port=5433', '/run/postgresql:5433'],
  ['postgresql://ann:hunter2@%2Frun%2Fpostgresql/comments', '/run/postgresql:5432'],
  ['postgres:///comments', 'localhost:5432'],
])('%s is a place, and never whose it is', (url, place) => {
  expect(explainDatabase(storageErrorOf(rejection('timeout expired')), url)).toMatch(
    `DATABASE_URL names a PostgreSQL at ${place} that`,
  )
})

test('what is no error of a database is not explained by it', () => {
  expect(explainDatabase(rejection('listen EADDRINUSE', 'EADDRINUSE'), 'postgres://db.example/d')).toBeNull()
})
