import type { Database, Query } from '../../../src/backend/sql/database.ts'

/** A node of a plan as `explain (format json)` gives it, of one loop; `Actual` what was there when it was done. */
export type Plan = {
  'Node Type': string
  'Relation Name'?: string
  'Index Cond'?: string
  'Plan Rows': number
  'Actual Rows'?: number
  'Actual Loops'?: number
  'Rows Removed by Filter'?: number
  Plans?: Plan[]
}

/** Reading statements are done, with how they were done; those that write are only planned. */
export function explaining(database: Database, tell: (plan: Plan) => void): Database {
  const explained =
    (query: Query, options: string): Query =>
    async <Row extends object>(text: string, values?: readonly unknown[]) => {
      const [row] = await query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
        `explain (${options} format json) ${text}`,
        values,
      )
      if (row) tell(row['QUERY PLAN'][0].Plan)
      return query<Row>(text, values)
    }
  return {
    ...database,
    query: explained(database.query, 'analyze, timing off,'),
    transact: (work) => database.transact(({ query, run }) => work({ query: explained(query, ''), run })),
  }
}

function nodesOf(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]
}

/** Reads of all of a table that grows with the comments. */
export function scansOfAll(plan: Plan): string[] {
  return scansOf(plan, ['comments', 'findable', 'keys', 'reports'])
}

/** Reads of all of a table, also in the order of an index, by the kind of the read; where a read stops is not known of what is only planned. */
export function scansWithoutEnd(plan: Plan): string[] {
  return nodesOf(plan)
    .filter((node) => /^(Seq|Index|Index Only|Bitmap Index) Scan$/.test(node['Node Type']))
    .filter((node) => node['Index Cond'] === undefined && node['Relation Name'] !== 'search_languages')
    .map((node) => `${node['Node Type']} ${node['Relation Name']}`)
}

/** Reads of all of one of these tables. */
export function scansOf(plan: Plan, tables: readonly string[]): string[] {
  return nodesOf(plan)
    .filter((node) => node['Node Type'].endsWith('Seq Scan'))
    .flatMap((node) => node['Relation Name'] ?? [])
    .filter((table) => tables.includes(table))
}

/** How many rows were taken from tables, those among them that were of no use. */
export function rowsOf(plan: Plan): number {
  return nodesOf(plan)
    .filter((node) => node['Relation Name'] !== undefined)
    .reduce(
      (sum, node) =>
        sum + rowsPassed(node) + (node['Rows Removed by Filter'] ?? 0) * (node['Actual Loops'] ?? 1),
      0,
    )
}

/** How many rows each sort was given at once. */
export function sorted(plan: Plan): number[] {
  return nodesOf(plan)
    .filter((node) => node['Node Type'].endsWith('Sort'))
    .flatMap((node) => node.Plans ?? [])
    .map((given) => given['Actual Rows'] ?? given['Plan Rows'])
}

function rowsPassed(node: Plan): number {
  return (node['Actual Rows'] ?? node['Plan Rows']) * (node['Actual Loops'] ?? 1)
}
