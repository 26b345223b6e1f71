import { PGlite } from '@electric-sql/pglite'
import type { Database } from '../../../backend/sql/database.ts'

/**
 * PostgreSQL in this process, which keeps its files in a folder, or, without one, in memory. One process per folder. Where there
 * are no files yet it begins with those of `template`, a dump of another one, or makes its own, which takes seconds.
 */
export async function openPglite(folder?: string, template?: Blob): Promise<Database> {
  const database = await PGlite.create({
    dataDir: folder ?? 'memory://',
    ...(template && { loadDataDir: template }),
  })
  return {
    query: async <Row>(text: string, values: readonly unknown[] = []) =>
      (await database.query<Row>(text, [...values])).rows,
    transact: (work) =>
      database.transaction((transaction) =>
        work({
          query: async <Row>(text: string, values: readonly unknown[] = []) =>
            (await transaction.query<Row>(text, [...values])).rows,
          run: async (script) => void (await transaction.exec(script)),
        }),
      ),
    listen: async (channel, { hear }) => {
      const stop = await database.listen(channel, hear)
      return () => stop()
    },
    close: () => database.close(),
  }
}
