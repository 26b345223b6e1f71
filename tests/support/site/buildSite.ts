import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { findChromium } from '../chromium.ts'
import { isNewerThanSources } from '../isNewerThanSources.ts'
import { runCommand } from '../runCommand.ts'

const root = join(import.meta.dirname, '../../..')

/** Before all tests in a browser whose backend is a server: finds the browser, and builds what the server answers with where that is missing or old. */
export async function setup(project: TestProject): Promise<void> {
  await findChromium()
  const built = ['dist/server/site/index.html', 'dist/server/pages/prerender.js']
  if (!built.every(isNewerThanSources)) {
    await runCommand(process.execPath, ['--import', 'tsx', '.ci/build/buildServer.ts'], root)
  }
  project.provide('host', 'server')
}
