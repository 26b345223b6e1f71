import { readdir, readFile } from 'node:fs/promises'
import type { Migration } from '../../../backend/sql/migrate.ts'

const FOLDER = new URL('../../../backend/sql/migrations/', import.meta.url)

/** The migrations of a folder, whose files are named like `0001_discussions.sql`, in order. */
export async function readMigrations(folder: URL = FOLDER): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).toSorted()
  return Promise.all(
    files.map(async (file) => {
      const [, number, name] = /^(\d{4})_(\w+)\.sql$/.exec(file) ?? []
      if (number === undefined || name === undefined) throw new Error(`"${file}" is no name of a migration`)
      return { number: Number(number), name, script: await readFile(new URL(file, folder), 'utf8') }
    }),
  )
}
