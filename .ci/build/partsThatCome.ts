import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

/** What Vite has for the parts of a built page; ours brings them before it imports them. */
const HELPER = /^\0vite\/preload-helper\.js$/
const ours = fileURLToPath(new URL('../../src/page/bringParts.ts', import.meta.url))

/** Every `import()` of what is built goes through that function, which Vite gives the files that it needs; else the build fails. */
export function partsThatCome(file = ours, name = 'bringParts'): Plugin {
  return {
    name: 'soundoff:parts-that-come',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: ({ config }) => config.consumer === 'client',
    load: {
      filter: { id: HELPER },
      handler: () => `export { ${name} as __vitePreload } from ${JSON.stringify(file)}`,
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk') continue
          const unbrought = chunk.dynamicImports.filter(
            (part) => !chunk.code.includes(`/${posix.basename(part)}"`),
          )
          if (unbrought.length > 0)
            this.error(`${chunk.fileName} imports ${unbrought.join()} without bringing it.`)
        }
      },
    },
  }
}

/** Of the files that an import needs, itself included, those that do not come with the chunk of that name anyhow; none for a page. */
export function partsBesides(chunk: string) {
  const isThere = new RegExp(`/(${chunk}|rolldown-runtime)-[^/]*$`)
  return (imported: string, files: string[], { hostType }: { hostType: 'html' | 'js' }): string[] =>
    hostType === 'html' ? [] : [...new Set([imported, ...files])].filter((file) => !isThere.test(file))
}
