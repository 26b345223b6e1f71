import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Plugin } from 'vite'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the commands that are built for the run. */
    commands: string
  }
}

const root = join(import.meta.dirname, '../../..')

/** Before all tests: builds the commands, as one that is read by `tsx` takes four times as long to start. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Where their packages are found.
  const cache = join(root, 'node_modules/.cache')
  await mkdir(cache, { recursive: true })
  const folder = await mkdtemp(join(cache, 'soundoff-commands-'))
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    plugins: [ownAddresses()],
    ssr: { external: true },
    build: {
      ssr: true,
      minify: false,
      outDir: folder,
      copyPublicDir: false,
      rolldownOptions: {
        input: ['node', 'seed', 'export', 'import'].map((name) => join(root, `src/hosts/${name}.ts`)),
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  })
  project.provide('commands', folder)
  return () => rm(folder, { recursive: true, force: true })
}

/** Has each module find the files beside its source. */
function ownAddresses(): Plugin {
  return {
    name: 'soundoff:own-addresses',
    transform: {
      filter: { code: 'import.meta.url' },
      handler: (code, id) => code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href)),
    },
  }
}
