import { join } from 'node:path'
import { build } from 'vite'

/** One of our modules with all that it needs, as a script whose exports are in a global of this name. `path` begins below `tests`. */
export async function bundle(path: string, name: string): Promise<string> {
  const entry = join(import.meta.dirname, '..', path)
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, lib: { entry, formats: ['iife'], name } },
  })
  const [first] = Array.isArray(built) ? built : []
  if (!first) throw new Error(`${path} was built to nothing`)
  return first.output[0].code
}
