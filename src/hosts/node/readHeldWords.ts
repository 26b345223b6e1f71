import { readFile } from 'node:fs/promises'
import { isUtf8 } from 'node:buffer'
import { foldText } from '../../domain/search.ts'
import { errorCode } from '../transcriptFile.ts'

/** More are looked for in every text than is quickly done. */
const MOST_WORDS = 10_000

/**
 * The words and phrases of a file, one a line; what follows a `#` at the beginning of a line, and empty lines, say nothing. Rejects with a
 * sentence that names the setting.
 */
export async function readHeldWords(path: string | null): Promise<readonly string[]> {
  if (path === null) return []
  const bytes = await readFile(path).catch((error: unknown) =>
    refuse(path, `cannot be read (${errorCode(error)})`),
  )
  if (!isUtf8(bytes)) return refuse(path, 'is no text in UTF-8')
  const lines = bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
  const words = lines.flatMap((line, index) => {
    const word = line.trim()
    if (word === '' || word.startsWith('#')) return []
    if (foldText(word).trim() === '') refuse(path, `has nothing that could be found in line ${index + 1}`)
    return [word]
  })
  if (words.length > MOST_WORDS) refuse(path, `has more than ${MOST_WORDS.toLocaleString('en')} words`)
  return words
}

function refuse(path: string, reason: string): never {
  throw new Error(
    `SOUNDOFF_HELD_WORDS is "${path}", which ${reason}. It may be a text file with one word or phrase a line.`,
  )
}
