import type { Plugin } from 'vite'

/** Has `importAsItIs(address)` be an `import()`, which Vite would make something else of. */
export function elementImports(): Plugin {
  return {
    name: 'soundoff:element-imports',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type === 'chunk') chunk.code = chunk.code.replaceAll('importAsItIs(', 'import(')
        }
      },
    },
  }
}
