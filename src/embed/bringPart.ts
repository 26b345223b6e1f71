import { fetchModule } from './fetchModule.ts'

/** Runs `load`, an `import()`, once all files that it needs are here; they are relative to `importer`. Whoever asks again gets what comes then. */
export async function bringPart<Module>(
  load: () => Promise<Module>,
  files: readonly string[] = [],
  importer = '',
): Promise<Module> {
  await Promise.all(files.map((file) => fetchModule(new URL(file, importer).href)))
  return load()
}
