import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { onTestFinished } from 'vitest'
import type { CommentsServer } from './commentsServer.ts'
import { readKerry } from './hostPage.ts'
import { runCommand } from './runCommand.ts'
import { startComments } from './startComments.ts'
import { startStaticHost, type StaticHost } from './staticHost.ts'

const require = createRequire(import.meta.url)
const root = join(import.meta.dirname, '../..')

/** A folder of somebody's that has the package installed. */
export type PackageSite = {
  folder: string
  /** Holds what it has in TypeScript to the types of the package. Rejects with what the compiler says. */
  checkTypes(): Promise<void>
  /** Runs one of its scripts in Node. Rejects unless it ends well. */
  runScript(name: string): Promise<void>
  /** Builds it for development, where React complains and `StrictMode` does all twice, and serves it beside a backend of the sample. */
  serve(): Promise<{ host: StaticHost; server: CommentsServer }>
}

/** Makes a site of files by path, with the archive and further packages, of the versions that we have ourselves. */
export async function makeSite(
  archive: string,
  packages: readonly string[],
  files: Readonly<Record<string, string>>,
): Promise<PackageSite> {
  const folder = await mkdtemp(join(tmpdir(), 'soundoff-site-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const all = { 'package.json': '{ "type": "module" }', 'tsconfig.json': JSON.stringify(STRICT), ...files }
  for (const [path, text] of Object.entries(all)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  const versioned = await Promise.all(packages.map(async (name) => `${name}@${await versionOf(name)}`))
  const quiet = ['--prefer-offline', '--no-audit', '--no-fund']
  await runCommand('npm', ['install', ...quiet, archive, ...versioned], folder)
  return {
    folder,
    checkTypes: () =>
      runCommand(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], root),
    runScript: (name) => runCommand(process.execPath, [name], folder),
    async serve() {
      await build({
        root: folder,
        configFile: false,
        plugins: [react()],
        logLevel: 'warn',
        mode: 'development',
        define: { 'process.env.NODE_ENV': '"development"' },
        build: { minify: false },
      })
      const host = await startStaticHost(join(folder, 'dist'))
      const server = await startComments({ allowedOrigins: [host.origin], seed: [readKerry()] })
      onTestFinished(async () => {
        host.stop()
        await server.close()
      })
      return { host, server }
    },
  }
}

/** Asks TypeScript for all that a packed package is imported as. There is no CommonJS in ours. Rejects with what is wrong. */
export async function checkResolutions(archive: string): Promise<void> {
  const cli = join(dirname(require.resolve('@arethetypeswrong/cli/package.json')), 'dist/index.js')
  await runCommand(process.execPath, [cli, archive, '--profile', 'esm-only'], root)
}

const STRICT = {
  compilerOptions: {
    target: 'es2022',
    lib: ['es2022', 'dom', 'dom.iterable'],
    module: 'esnext',
    moduleResolution: 'bundler',
    jsx: 'react-jsx',
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: false,
    types: [],
    noEmit: true,
  },
  include: ['src'],
}

async function versionOf(name: string): Promise<string> {
  const text = await readFile(join(root, 'node_modules', name, 'package.json'), 'utf8')
  return String(JSON.parse(text).version)
}
