/** Each part of the page that is here or on its way, by its path. */
const parts = new Map<string, Promise<void>>()

/**
 * Runs `load`, an `import()`, once all that it needs has come to the browser; `paths` are those of the files, from the base of
 * the site. An import that failed, or was preloaded in vain, fails for good in some browsers (HTML: the module map keeps it), so
 * that none is begun before: whoever asks again gets what comes then. Rejects where a file does not come.
 */
export async function bringParts<Module>(
  load: () => Promise<Module>,
  paths: readonly string[] = [],
): Promise<Module> {
  await Promise.all(paths.map(bring))
  return load()
}

function bring(path: string): Promise<void> {
  const part = parts.get(path) ?? receive(import.meta.env.BASE_URL + path)
  parts.set(path, part)
  part.catch(() => parts.delete(path))
  return part
}

/** To its end, so that the browser keeps it for the import. */
async function receive(address: string): Promise<void> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} could not be loaded: ${response.status}.`)
  await response.arrayBuffer()
}
