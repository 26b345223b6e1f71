import { isId } from '../domain/ids.ts'

const LONGEST = 128

/**
 * The id for the transcript in a file: the file's name without folders and ending, with `-` for each run of characters
 * that no id may hold. A name with no letter or digit that an id may hold gives "transcript".
 */
export function transcriptId(path: string): string {
  const name = path.replace(/^.*[/\\]/s, '').replace(/(?<=.)\.[^.]*$/s, '')
  const id = name
    .replaceAll(/[^A-Za-z0-9_-]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, LONGEST)
  return isId(id) ? id : 'transcript'
}

/** An id as a title: "kerry-to-urge-china" is "Kerry to urge china". */
export function titleFromId(id: string): string {
  const words = id.replaceAll(/[-_]+/g, ' ').trim()
  return words === '' ? id : words.charAt(0).toUpperCase() + words.slice(1)
}
