import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'
import { isId } from '../../src/domain/ids.ts'

/** Has the preview server answer `/?article=NAME` with the page that was drawn for that article, or else with the bare one. */
export function serveArticles(): Plugin {
  return {
    name: 'soundoff:serve-articles',
    configurePreviewServer({ middlewares, config }) {
      const dist = resolve(config.root, config.build.outDir)
      middlewares.use((request, _, next) => {
        const { pathname, search, searchParams } = new URL(request.url ?? '/', 'http://localhost')
        const asked = searchParams.get('article')
        if (pathname === '/' && asked !== null) {
          const drawn = isId(asked) ? `/articles/${asked}.html` : '/bare.html'
          const page = [drawn, '/bare.html'].find((path) => existsSync(join(dist, path)))
          if (page) request.url = page + search
        }
        next()
      })
    },
  }
}
