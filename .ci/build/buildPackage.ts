import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build, type InlineConfig } from 'vite'
import { BROWSERS, preact } from './buildElement.ts'
import { elementStyles } from './elementStyles.ts'
import { inOneChunk } from './inOneChunk.ts'
import { writeTypes } from './writeTypes.ts'

const root = join(import.meta.dirname, '../..')
const out = join(root, 'dist/package')

process.env['NODE_ENV'] = 'production'
await rm(out, { recursive: true, force: true })
await Promise.all([
  build(configOf('index', 'package.tsx', { external: /^react(-dom)?(\/|$)/ })),
  build(
    configOf('element', 'packageElement.ts', {
      alias: preact,
      // It can be imported on a server, too, where it does nothing.
      intro: 'const HTMLElement = globalThis.HTMLElement ?? class {};',
      // It has all that the other entry has, and Preact.
      licences: 'licences.md',
    }),
  ),
  build(
    configOf('server', 'packageServer.ts', { alias: preact, licences: 'licences-server.md', isWhole: true }),
  ),
  writeTypes(join(root, 'src'), ['package.tsx', 'packageElement.ts', 'packageServer.ts'], join(out, 'types')),
])

type Differences = {
  alias?: typeof preact
  external?: RegExp
  intro?: string
  licences?: string
  /** Whether all of it is one file. */
  isWhole?: boolean
}

/**
 * What builds an entry of the package for bundlers, which see to what it is to weigh. The entry stands apart from the application,
 * which it imports when that is needed.
 */
function configOf(
  name: string,
  entry: string,
  { alias = [], external, intro = '', licences, isWhole = false }: Differences,
): InlineConfig {
  const isInApplication = inOneChunk('embed/application.tsx', 'application')
  const isInEntry = inOneChunk(entry, 'shared')
  const isInCounts = inOneChunk('embed/counts.ts', 'counting')
  const isApart: typeof isInEntry = (id, graph) => isInEntry(id, graph) ?? isInCounts(id, graph)
  return {
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [react(), elementStyles()],
    resolve: { alias },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: out,
      emptyOutDir: false,
      target: 'es2022',
      cssTarget: BROWSERS,
      cssCodeSplit: false,
      cssMinify: true,
      minify: false,
      license: licences !== undefined && { fileName: licences },
      lib: { entry: { [name]: join(root, 'src', entry) }, formats: ['es'], cssFileName: name },
      rolldownOptions: {
        ...(external && { external }),
        output: {
          chunkFileNames: `${name}/[name].js`,
          intro: ({ isEntry }) => (isEntry ? intro : ''),
          codeSplitting: !isWhole && {
            groups: [
              {
                debugName: 'apart',
                priority: 1,
                name: (id, graph) => isInApplication(id, graph) && isApart(id, graph),
              },
              { debugName: 'application', name: isInApplication },
            ],
          },
        },
      },
    },
  }
}
