import type { Plugin } from 'vite'

/** Has `importAsItIs(address)` be an `import()`, which Vite would make something else of. */
export function elementImports(): Plugin {
  return {
    name: 'soundoff:element-imports',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk') continue
          // What is imported again by another address has to be the module that is meant, as it is.
          const [adapted] = /import\([^()]*\)\.then\(/.exec(chunk.code) ?? []
          if (adapted) this.error(`${chunk.fileName} imports what is in a chunk with others: ${adapted}`)
          chunk.code = chunk.code.replaceAll('importAsItIs(', 'import(')
        }
      },
    },
  }
}
