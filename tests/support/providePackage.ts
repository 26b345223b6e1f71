import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { packPackage } from './packPackage.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The path of the package as `npm pack` makes it; made once, as it is built in one place. */
    packageArchive: string
  }
}

/** Before all tests of those that install the package: packs it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'soundoff-package-'))
  project.provide('packageArchive', await packPackage(folder))
  return () => rm(folder, { recursive: true, force: true })
}
