import type { Database } from '../../../src/backend/sql/database.ts'

/** Every row of every table, with all of its columns. */
export async function textOf({ query }: Database): Promise<string> {
  const tables = await query<{ name: string }>(
    `select quote_ident(table_name) as name from information_schema.tables
     where table_schema = current_schema() and table_type = 'BASE TABLE' order by table_name`,
  )
  const texts: string[] = []
  for (const { name } of tables) {
    const rows = await query<{ text: string }>(`select each::text as text from ${name} each`)
    texts.push(name, ...rows.map(({ text }) => text))
  }
  return texts.join('\n')
}
