import { fileURLToPath } from 'node:url'

type ModuleGraph = { getModuleInfo(id: string): { importedIds: readonly string[] } | null }

const entry = fileURLToPath(new URL('../../src/main.tsx', import.meta.url))

/**
 * Everything that the page loads from the start in one chunk, of which parts that are loaded later may use what they need: small
 * shared chunks compress worse, and each is a request. Gives the name of the chunk of such a module.
 */
export function pageInOneChunk(): (id: string, graph: ModuleGraph) => string | null {
  let ofPage: ReadonlySet<string> | null = null
  return (id, graph) => {
    ofPage ??= reach(entry, graph)
    return ofPage.has(id) ? 'page' : null
  }
}

function reach(start: string, graph: ModuleGraph): Set<string> {
  const found = new Set<string>()
  const waiting = [start]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue
    found.add(id)
    waiting.push(...(graph.getModuleInfo(id)?.importedIds ?? []))
  }
  return found
}
