import { ProblemError } from '../api/problem.ts'
import { isId, type ArticleId } from '../domain/ids.ts'

/** Where the page's transcripts are served, with a `/` at the end. */
export const TRANSCRIPTS_PATH = `${import.meta.env.BASE_URL}transcripts/`

export type TranscriptNames = readonly [ArticleId, ...ArticleId[]]

/**
 * The transcripts that the page's server offers, each named as the article that it holds; the first is the one that is
 * shown to those who ask for none. Rejects with a `ProblemError`.
 */
export async function readTranscriptNames(folder = TRANSCRIPTS_PATH): Promise<TranscriptNames> {
  const path = `${folder}index.json`
  const [first, ...others] = parseNames(await readPublicFile(path)) ?? []
  if (first !== undefined) return [first, ...others]
  const reason = `needs ${path}, which is not a list of names such as ["an-article"]`
  throw new ProblemError({ code: 'invalid', field: null, reason })
}

/**
 * The same where a site may well have none: one that says so, or that answers with a page whatever it is asked for. Rejects where
 * that cannot be told now.
 */
export async function findTranscriptNames(folder: string): Promise<readonly ArticleId[]> {
  const text = await findPublicFile(`${folder}index.json`)
  return (text !== null && parseNames(text)) || []
}

/** The text of a file that is served beside the page. Rejects with `unavailable`, which is worth another try. */
export async function readPublicFile(path: string): Promise<string> {
  const text = await findPublicFile(path)
  if (text !== null) return text
  throw new ProblemError({ code: 'unavailable' }, { cause: new Error(`${path} is not there`) })
}

/** What hosts of files answer with for one that they do not have. */
const MISSING: ReadonlySet<number> = new Set([403, 404, 410])

/** `null` where there is no such file. Rejects with `unavailable`. */
async function findPublicFile(path: string): Promise<string | null> {
  try {
    const response = await fetch(path, { cache: 'no-cache' })
    if (MISSING.has(response.status)) return null
    if (!response.ok) throw new Error(`${path} was answered with ${response.status}`)
    return await response.text()
  } catch (error) {
    throw new ProblemError({ code: 'unavailable' }, { cause: error })
  }
}

/** `null` for what is no list of names. */
function parseNames(text: string): ArticleId[] | null {
  try {
    const names: unknown = JSON.parse(text)
    return Array.isArray(names) && names.every(isId<ArticleId>) ? names : null
  } catch {
    return null
  }
}
