import { fetchModule } from './fetchModule.ts'

/** An `import()` that the build leaves as it is. */
declare const importAsItIs: (address: string) => Promise<unknown>

/** Imports a script that needs no other one. It may be asked for again where it did not come. */
export async function importPart(address: string): Promise<unknown> {
  await fetchModule(address)
  return importAsItIs(address)
}
