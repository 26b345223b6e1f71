import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build, type InlineConfig, type Plugin, type Rolldown } from 'vite'
import { elementImports } from './elementImports.ts'
import { elementStyles } from './elementStyles.ts'
import { inOneChunk } from './inOneChunk.ts'
import { partsBesides, partsThatCome } from './partsThatCome.ts'

const source = (name: string) => fileURLToPath(new URL(`../../src/embed/${name}`, import.meta.url))

/** React as Preact has it, which is a tenth of its size. Only what is loaded into other people's pages is built with it. */
export const preact = [
  { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
  { find: /^react-dom$/, replacement: source('preactDom.ts') },
  { find: /^react\/(jsx-(?:dev-)?runtime)$/, replacement: 'preact/$1' },
  { find: /^react$/, replacement: 'preact/compat' },
]

/** What the loader loads. */
const APPLICATION = 'src/embed/application.tsx'
/** What it loads that would share what belongs to the application, and bring all of that into the page around. */
const APART = {
  inPageBackend: 'src/hosts/inPageBackend.ts',
  frame: 'src/embed/frame/frameApplication.ts',
  counts: 'src/embed/counts.ts',
}

const shared: InlineConfig = { configFile: false, publicDir: false, logLevel: 'warn', base: './' }

/** Those that have `light-dark()` and relative colours themselves, as what stands in for them would not reach into shadow roots. */
export const BROWSERS = ['chrome123', 'edge123', 'firefox128', 'safari18']

/**
 * Writes `embed.js`, the loader, and what it loads into `embed`, beside the page once that is built, and the script of the frame's
 * page. In development they are built when they are first asked for, and stay so.
 */
export function buildElement(): Plugin {
  return {
    name: 'soundoff:build-element',
    configureServer({ middlewares, config: { root } }) {
      const folder = join(root, 'node_modules/.cache/element')
      let written: Promise<void> | null = null
      middlewares.use((request, response, next) => {
        const [path = ''] = request.url?.split('?') ?? []
        if (!/^\/embed(-frame\.js|\.js|\/[\w.-]+\.js)$/.test(path)) return next()
        written ??= writeElement(root, folder)
        written
          .then(() => readFile(join(folder, path)))
          .then((script) => void response.setHeader('Content-Type', 'text/javascript').end(script), next)
        return undefined
      })
    },
    buildApp: {
      order: 'post',
      async handler({ environments: { client }, config: { root } }) {
        if (client) await writeElement(root, resolve(root, client.config.build.outDir))
      },
    },
  }
}

/** The loader stands alone: it may be included by any address, and what it loads must not load it again by another. */
async function writeElement(root: string, outDir: string): Promise<void> {
  const parts = await build({
    ...shared,
    root,
    plugins: [react(), elementStyles(), partsThatCome(source('bringPart.ts'), 'bringPart'), elementImports()],
    resolve: { alias: process.env['ELEMENT_REACT'] ? [] : preact },
    build: {
      outDir,
      target: 'es2022',
      emptyOutDir: false,
      manifest: '.vite/embed.json',
      cssCodeSplit: false,
      cssTarget: BROWSERS,
      modulePreload: { polyfill: false, resolveDependencies: partsBesides('application') },
      rolldownOptions: {
        input: { application: APPLICATION },
        // In one file with all that it needs.
        preserveEntrySignatures: 'allow-extension',
        output: {
          entryFileNames: 'embed/[name]-[hash].js',
          chunkFileNames: 'embed/[name]-[hash].js',
          assetFileNames: 'embed/[name]-[hash][extname]',
          codeSplitting: {
            groups: [{ name: inOneChunk('embed/application.tsx', 'application'), debugName: 'application' }],
          },
        },
      },
    },
  })
  const alone = (name: string, entry: string, file: string, define?: Record<string, string>) =>
    build({ ...configAlone(outDir, name, entry, file), root, ...(define && { define }) })
  const files: Record<string, string> = { application: fileOf('application', parts) }
  for (const [name, entry] of Object.entries(APART)) {
    files[name] = fileOf(name, await alone(name, entry, `embed/${name}-[hash].js`))
  }
  const define = { 'import.meta.env.ELEMENT_PARTS': JSON.stringify(files) }
  await alone('embed', 'src/element.ts', 'embed.js', define)
  await alone('embed-frame', 'src/embedFrame.ts', 'embed-frame.js')
}

/** Of a script that needs no other file. */
function configAlone(outDir: string, name: string, entry: string, file: string): InlineConfig {
  return {
    ...shared,
    plugins: [elementImports()],
    build: {
      outDir,
      target: 'es2022',
      emptyOutDir: false,
      lib: { entry: { [name]: entry }, formats: ['es'], fileName: () => file },
      // Of a library Vite keeps the white space.
      rolldownOptions: { output: { minify: true } },
    },
  }
}

function fileOf(name: string, built: Awaited<ReturnType<typeof build>>): string {
  const outputs: readonly Rolldown.RolldownOutput[] =
    'output' in built ? [built] : Array.isArray(built) ? built : []
  const entry = outputs
    .flatMap(({ output }) => output)
    .find((file) => file.type === 'chunk' && file.isEntry && file.name === name)
  if (!entry) throw new Error(`The element was built without its part "${name}".`)
  return `./${entry.fileName}`
}
