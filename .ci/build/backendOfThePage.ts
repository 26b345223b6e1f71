import { rm } from 'node:fs/promises'
import { resolve } from 'node:path'
import { loadEnv, type Plugin } from 'vite'
import { parseBackend, type Backend } from '../../src/hosts/env.ts'

/** Where the backend of the page runs, by the setting `VITE_BACKEND`. */
export function backendOf(root: string, mode: string): Backend {
  return parseBackend(loadEnv(mode, root, 'VITE_')['VITE_BACKEND'])
}

/** Puts the backend that `VITE_BACKEND` names into the page, and leaves what only the one in the browser needs out of others. */
export function backendOfThePage(): Plugin {
  let unneeded: string[] = []
  return {
    name: 'soundoff:backend',
    config({ root = process.cwd(), build }, { command, mode }) {
      const backend = backendOf(root, mode)
      if (backend.kind === 'network' && command === 'build') {
        const names = ['mockServiceWorker.js', 'transcripts']
        unneeded = names.map((name) => resolve(root, build?.outDir ?? 'dist', name))
      }
      const base = backend.kind === 'network' ? backend.base : null
      return { define: { 'import.meta.env.BACKEND_BASE': JSON.stringify(base) } }
    },
    async closeBundle() {
      await Promise.all(unneeded.map((path) => rm(path, { recursive: true, force: true })))
    },
  }
}
