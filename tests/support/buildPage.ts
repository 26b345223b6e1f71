import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const root = join(import.meta.dirname, '../..')

/**
 * Builds the page as `npm run build` does: in a process of its own, since the environment of the tests would make it a
 * build for development. `flags` are further ones of its command. Rejects with what the build wrote.
 */
export async function buildPage(
  folder = 'dist',
  settings: Record<string, string> = {},
  flags: readonly string[] = [],
): Promise<void> {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(NODE_ENV|VITE.*|TEST|DEV|PROD|MODE|BASE_URL)$/.test(name),
  )
  await promisify(execFile)(
    process.execPath,
    [
      join(root, 'node_modules/vite/bin/vite.js'),
      'build',
      '--logLevel',
      'warn',
      '--outDir',
      folder,
      '--emptyOutDir',
      ...flags,
    ],
    { cwd: root, env: { ...Object.fromEntries(inherited), ...settings } },
  )
}
