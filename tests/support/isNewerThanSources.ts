import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** Whether a file is there that was built after all that it is built from was changed. */
export function isNewerThanSources(path: string): boolean {
  const file = join(root, path)
  if (!existsSync(file)) return false
  const sources = [
    'index.html',
    'package-lock.json',
    'vite.config.ts',
    ...filesBelow('.ci/build'),
    ...filesBelow('src'),
    ...filesBelow('public'),
  ]
  const built = statSync(file).mtimeMs
  return sources.every((source) => statSync(join(root, source)).mtimeMs <= built)
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
    join(folder, name),
  )
}
