import { importPart } from './importPart.ts'

/** In place of `_load`, an `import()` of the first of `files`, which are relative to `importer`: imports that so that it may be tried again. */
export function bringPart(
  load: () => Promise<unknown>,
  [file]: readonly string[] = [],
  importer = '',
): Promise<unknown> {
  return file === undefined ? load() : importPart(new URL(file, importer).href)
}
