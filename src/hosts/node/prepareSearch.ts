import type { Database } from '../../backend/sql/database.ts'
import { listLanguages, setLanguages } from '../../backend/sql/searchLanguages.ts'
import type { Log } from './log.ts'

/**
 * Has words found in their other forms in these languages, and what is there already indexed by them, where they were others before, which
 * may take long. Rejects with a sentence that names the setting.
 */
export async function prepareSearch(
  database: Database,
  languages: readonly string[],
  log: Pick<Log, 'info'>,
): Promise<void> {
  if (languages.length > 0) {
    const known = await listLanguages(database)
    const unknown = languages.filter((name) => !known.includes(name))
    if (unknown.length > 0) {
      throw new Error(
        `SOUNDOFF_SEARCH_LANGUAGES has "${unknown.join('", "')}", which the database does not know. It may be a list of ${known.join(', ')}.`,
      )
    }
  }
  const count = await setLanguages(database, languages)
  if (count > 0) log.info({ languages, count }, 'comments were indexed by the languages of the search')
}
