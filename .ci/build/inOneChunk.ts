import { fileURLToPath } from 'node:url'

type ModuleGraph = { getModuleInfo(id: string): { importedIds: readonly string[] } | null }

/**
 * Everything that is loaded with `entry`, a file of `src`, in one chunk, of which parts that are loaded later may use what they
 * need: small shared chunks compress worse, and each is a request. Gives `name` as that of the chunk of such a module.
 */
export function inOneChunk(entry: string, name: string): (id: string, graph: ModuleGraph) => string | null {
  const start = fileURLToPath(new URL(`../../src/${entry}`, import.meta.url))
  let reached: ReadonlySet<string> | null = null
  return (id, graph) => {
    reached ??= reach(start, graph)
    return reached.has(id) ? name : null
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
