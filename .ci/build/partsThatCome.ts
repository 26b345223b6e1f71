import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

/** What Vite has for the parts of a built page; ours brings them before it imports them. */
const HELPER = /^\0vite\/preload-helper\.js$/
const ours = fileURLToPath(new URL('../../src/page/bringParts.ts', import.meta.url))

/** Every `import()` of the built page goes through `bringParts`, which Vite gives the files that it needs. */
export function partsThatCome(): Plugin {
  return {
    name: 'soundoff:parts-that-come',
    apply: 'build',
    enforce: 'pre',
    load: {
      filter: { id: HELPER },
      handler: () => `export { bringParts as __vitePreload } from ${JSON.stringify(ours)}`,
    },
  }
}

/** Of the files that an import needs, those that do not come with the chunk of that name anyhow; none for the page itself. */
export function partsBesides(chunk: string) {
  const isThere = new RegExp(`/(${chunk}|rolldown-runtime)-[^/]*$`)
  return (_file: string, files: string[], { hostType }: { hostType: 'html' | 'js' }): string[] =>
    hostType === 'html' ? [] : files.filter((file) => !isThere.test(file))
}
