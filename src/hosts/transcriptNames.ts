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
  const [first, ...others] = parseNames(await readPublicFile(path), path)
  if (first === undefined) throw malformed(path)
  return [first, ...others]
}

/** The text of a file that is served beside the page. Rejects with `unavailable`, which is worth another try. */
export async function readPublicFile(path: string): Promise<string> {
  try {
    const response = await fetch(path, { cache: 'no-cache' })
    if (!response.ok) throw new Error(`${path} was answered with ${response.status}`)
    return await response.text()
  } catch (error) {
    throw new ProblemError({ code: 'unavailable' }, { cause: error })
  }
}

function parseNames(text: string, path: string): ArticleId[] {
  try {
    const names: unknown = JSON.parse(text)
    if (Array.isArray(names) && names.every(isId<ArticleId>)) return names
  } catch (error) {
    throw malformed(path, error)
  }
  throw malformed(path)
}

function malformed(path: string, cause?: unknown): ProblemError {
  const reason = `needs ${path}, which is not a list of names such as ["an-article"]`
  return new ProblemError({ code: 'invalid', field: null, reason }, { cause })
}
