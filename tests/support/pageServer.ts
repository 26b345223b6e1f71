import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { preview } from 'vite'
import type { TestProject } from 'vitest/node'
import { buildPage } from './buildPage.ts'
import { findChromium } from './chromium.ts'
import { fixtureTranscripts } from './fixtureTranscripts.ts'
import { isNewerThanSources } from './isNewerThanSources.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** What has the backend: the browser itself, or a server. */
    host: 'browser' | 'server'
    /** Where the page that was built for the backend in the browser is served, without a `/` at the end. */
    pageOrigin: string
  }
}

const root = join(import.meta.dirname, '../..')

/** Before all tests in a browser that has its own backend: finds the browser, builds the page where the build is missing or old, and serves it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await findChromium()
  if (!isBuilt()) await buildPage()
  const server = await preview({
    root,
    plugins: [fixtureTranscripts()],
    preview: { host: '127.0.0.1', port: 0, allowedHosts: ['soundoff.test'] },
  })
  const url = server.resolvedUrls?.local[0]
  if (url === undefined) throw new Error('The page server has no address.')
  project.provide('host', 'browser')
  project.provide('pageOrigin', new URL(url).origin)
  return () => server.close()
}

function isBuilt(): boolean {
  // A build for a real backend has none of MSW.
  return existsSync(join(root, 'dist/mockServiceWorker.js')) && isNewerThanSources('dist/index.html')
}
