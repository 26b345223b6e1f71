import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Database } from '../../../src/backend/sql/database.ts'
import { migrate } from '../../../src/backend/sql/migrate.ts'
import type { DiscussionId } from '../../../src/domain/ids.ts'
import { openPglite } from '../../../src/hosts/node/database/pglite.ts'
import { openPostgres } from '../../../src/hosts/node/database/postgres.ts'
import { readMigrations } from '../../../src/hosts/node/database/readMigrations.ts'
import { fillDiscussion } from '../../support/databases/fillDiscussion.ts'
import type { Cluster } from '../../support/databases/startCluster.ts'

/** A discussion of so many comments, in a database of its own that has as many in others; what a server has to be told to have it. */
export type Filled = { discussionId: DiscussionId; count: number; environment: Record<string, string> }

/** As PostgreSQL is by itself: what is acknowledged is on the disk. */
export const SAFE = ['fsync=on', 'synchronous_commit=on', 'full_page_writes=on']

const discussionId = 'large' as DiscussionId

export async function fillPostgres(cluster: Cluster, count: number): Promise<Filled> {
  const name = `bench_${count}`
  const first = openPostgres({ url: cluster.url, max: 1, statementTimeout: 60_000 })
  await first.query(`create database ${name}`)
  await first.close()
  const url = new URL(cluster.url)
  url.pathname = `/${name}`
  await fill(openPostgres({ url: url.href, max: 1, statementTimeout: 600_000 }), count)
  return { discussionId, count, environment: { DATABASE_URL: url.href } }
}

/** `folder` is one that is not there yet. */
export async function fillPglite(folder: string, count: number): Promise<Filled> {
  await mkdir(folder)
  await fill(await openPglite(join(folder, 'database')), count)
  return { discussionId, count, environment: { SOUNDOFF_DATA: folder } }
}

async function fill(database: Database, count: number): Promise<void> {
  await migrate(database, await readMigrations())
  await fillDiscussion(database, discussionId, count)
  // Or the database would do it while it is measured.
  await database.query('vacuum analyze')
  await database.query('checkpoint')
  await database.close()
}
