import type { Instant } from '../../domain/ids.ts'
import type { Database } from './database.ts'
import { timestampOf } from './instants.ts'
import { steady } from './steady.ts'

/**
 * Forgets the idempotency keys of what was posted before an instant, and gives how many. Whoever sends such a post once more then
 * posts another comment, so the instant is to be longer ago than anybody tries again.
 */
export async function forgetKeys(database: Database, before: Instant): Promise<number> {
  return countDeleted(database, 'delete from keys where created_at < $1', timestampOf(before))
}

/** Forgets the reports that were received before an instant, and gives how many. */
export async function forgetReports(database: Database, before: Instant): Promise<number> {
  return countDeleted(database, 'delete from reports where received_at < $1', timestampOf(before))
}

/** Forgets what was counted in minutes that were over before an instant, and gives how many counts. */
export async function forgetCounts(database: Database, before: Instant): Promise<number> {
  return countDeleted(database, 'delete from request_counts where expire < $1', Date.parse(before))
}

async function countDeleted(database: Database, statement: string, before: string | number): Promise<number> {
  const [row] = await steady(database).read<{ count: number }>(
    `with gone as (${statement} returning 1) select count(*)::integer as count from gone`,
    [before],
  )
  return row?.count ?? 0
}
