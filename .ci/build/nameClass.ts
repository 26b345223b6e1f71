import { createHash } from 'node:crypto'
import { relative } from 'node:path'

const root = `${import.meta.dirname}/../..`

/** What a class of a CSS module is called in the page, which is drawn by more than one build: by its name and its file, and short. */
export function nameClass(name: string, file: string): string {
  return `${name}_${createHash('sha256').update(relative(root, file)).digest('base64url').slice(0, 4)}`
}
