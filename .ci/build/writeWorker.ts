import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import { build, type Plugin } from 'vite'
import { ANSWER_HEADER } from '../../src/api/contract.ts'
import type { WorkerSettings } from '../../src/hosts/worker/settings.ts'
import { backendOf } from './backendOfThePage.ts'

/**
 * Writes `worker.js` beside the page once all else is there, with the list of what it is to keep. In development it is MSW's
 * worker alone.
 */
export function writeWorker(): Plugin {
  return {
    name: 'soundoff:write-worker',
    configureServer({ middlewares }) {
      middlewares.use('/worker.js', (_, response) => {
        response.setHeader('Content-Type', 'text/javascript').end(`importScripts('./mockServiceWorker.js')`)
      })
    },
    buildApp: {
      order: 'post',
      async handler({ build: buildEnvironment, environments: { client }, config: { root, mode } }) {
        if (!client) return
        if (!client.isBuilt) await buildEnvironment(client)
        const backend = backendOf(root, mode)
        const dist = resolve(root, client.config.build.outDir)
        const settings = await listFiles(dist, backend.kind === 'network' ? backend.base : null)
        await writeFile(join(dist, 'worker.js'), await bundleWorker(root, settings))
      },
    },
  }
}

async function listFiles(dist: string, backend: string | null): Promise<WorkerSettings> {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(dist.length + 1)
        .replaceAll(sep, '/'),
    )
    .toSorted()
  const bare = paths.includes('bare.html') ? 'bare.html' : 'index.html'
  const transcripts = paths.filter((path) => path.startsWith('transcripts/'))
  const first = transcripts.length > 0 ? await readFirst(dist) : null
  const shell = paths.filter(
    (path) =>
      path === 'index.html' ||
      path === bare ||
      path === first ||
      path === 'transcripts/index.json' ||
      /^assets\/.*\.js$/.test(path) ||
      /^[^/]*\.(svg|ico|webmanifest)$/.test(path),
  )
  return {
    build: await hashFiles(dist, shell),
    shell: shell.map(asAddress),
    files: transcripts.filter((path) => !shell.includes(path)),
    bare: asAddress(bare),
    backend,
    answerHeader: ANSWER_HEADER,
  }
}

/** Hosts answer a folder with its index. */
function asAddress(path: string): string {
  return path === 'index.html' ? '' : path
}

/** The transcript of the article that the page shows to those who ask for none. */
async function readFirst(dist: string): Promise<string> {
  const names: unknown = JSON.parse(await readFile(join(dist, 'transcripts/index.json'), 'utf8'))
  return `transcripts/${String(Array.isArray(names) ? names[0] : '')}.txt`
}

async function hashFiles(dist: string, paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const path of paths) hash.update(`${path}\n`).update(await readFile(join(dist, path)))
  return hash.digest('hex').slice(0, 16)
}

async function bundleWorker(root: string, settings: WorkerSettings): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { 'import.meta.env.WORKER': JSON.stringify(settings) },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(root, 'src/hosts/worker/worker.ts'), formats: ['iife'], name: 'soundoffWorker' },
    },
  })
  const [first] = Array.isArray(built) ? built : []
  if (!first) throw new Error('The worker was built to nothing.')
  return first.output[0].code
}
