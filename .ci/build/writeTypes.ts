import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, posix } from 'node:path'
import { transformWithOxc } from 'vite'

/** What a declaration names of another file. */
const OTHER = /(?<=")\.[^"]+\.tsx?(?=")/g

/**
 * Writes into a folder the declarations of some files of `source`, and of the others that these name there. What they import
 * beside that is nobody's business. Fails where a declaration would have to be inferred from another file.
 */
export async function writeTypes(source: string, files: readonly string[], folder: string): Promise<void> {
  const found = new Set(files)
  for (const file of found) {
    const text = await declarationOf(join(source, file))
    for (const [path] of text.matchAll(OTHER)) found.add(posix.join(posix.dirname(file), path))
    const target = join(folder, file.replace(/\.tsx?$/, '.d.ts'))
    await mkdir(dirname(target), { recursive: true })
    await writeFile(
      target,
      text.replace(OTHER, (path) => path.replace(/\.tsx?$/, '.js')),
    )
  }
}

async function declarationOf(path: string): Promise<string> {
  const text = await readFile(path, 'utf8')
  const { declaration } = await transformWithOxc(text, path, { typescript: { declaration: {} } })
  if (!declaration) throw new Error(`${path} declares nothing.`)
  return declaration
}
