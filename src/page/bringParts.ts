/** The files of the parts that are here. */
const here = new Set<string>()

/**
 * Runs `load`, an `import()`, once all that it needs has come to the browser; `paths` are those of the files, from the base of
 * the site. An import that failed fails for good in some browsers (HTML: the module map keeps it), so that none is begun before: whoever
 * asks again gets what comes then. Rejects where a file does not come, or something else in its place.
 */
export async function bringParts<Module>(
  load: () => Promise<Module>,
  paths: readonly string[] = [],
): Promise<Module> {
  const missing = paths.filter((path) => !here.has(path))
  await Promise.all(missing.map((path) => receive(import.meta.env.BASE_URL + path)))
  const module = await load()
  for (const path of missing) here.add(path)
  return module
}

/** To its end, so that the import finds it in the browser's cache, where its host lets it be kept. */
async function receive(address: string): Promise<void> {
  const response = await fetch(address)
  const isScript = /javascript/i.test(response.headers.get('Content-Type') ?? '')
  if (!response.ok || !isScript) throw new Error(`${address} could not be loaded.`)
  await response.arrayBuffer()
}
