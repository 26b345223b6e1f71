import { join } from 'node:path'
import { build, createBuilder } from 'vite'
import { BASE_PATH } from '../../src/api/basePath.ts'

/* Builds what the server answers with: the page for a backend of its own origin, with all that is embedded, and what draws the page in Node. */

const root = join(import.meta.dirname, '../..')
const out = join(root, 'dist/server')

process.env['NODE_ENV'] = 'production'
process.env['VITE_BACKEND'] = BASE_PATH

const site = { outDir: join(out, 'site'), emptyOutDir: true }
const builder = await createBuilder({ root, logLevel: 'warn', build: site })
await builder.buildApp()

await build({
  root,
  logLevel: 'warn',
  build: {
    ssr: 'src/prerender.tsx',
    outDir: join(out, 'pages'),
    emptyOutDir: true,
    copyPublicDir: false,
    manifest: false,
    // Scripts of the page stand in it as this bundle has them.
    minify: true,
    // In one file, which is read when the server starts: a later build takes no part of it away.
    rolldownOptions: { output: { codeSplitting: false } },
  },
})
