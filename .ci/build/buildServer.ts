import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { BASE_PATH } from '../../src/api/basePath.ts'

/*
 * Builds what the server answers with: the page for a backend of its own origin, with all that is embedded, and what draws the page
 * in Node. Each in a process of its own, as the first is built by several builds.
 */

const root = join(import.meta.dirname, '../..')
const out = process.argv[2] ?? join(root, 'dist/server')

build(join(out, 'site'))
build(join(out, 'pages'), '--ssr', 'src/prerender.tsx')

function build(folder: string, ...flags: readonly string[]): void {
  const options = ['build', '--logLevel', 'warn', '--outDir', folder, '--emptyOutDir', ...flags]
  execFileSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), ...options], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production', VITE_BACKEND: BASE_PATH },
  })
}
