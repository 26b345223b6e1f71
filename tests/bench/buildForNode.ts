import { execFileSync } from 'node:child_process'
import { basename, extname, join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** Bundles a module as the build of the page would, for Node; gives the path of the bundle. */
export function buildForNode(entry: string, settings: Record<string, string> = {}): string {
  const name = basename(entry, extname(entry))
  const folder = join(root, 'node_modules/.cache/bench', name)
  const options = ['--logLevel', 'warn', '--ssr', entry, '--outDir', folder, '--emptyOutDir']
  execFileSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', ...options], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...settings },
  })
  return join(folder, `${name}.js`)
}
