import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Build } from './createSite.ts'
import { readFiles } from './files.ts'
import type { RenderPage } from './pages.ts'

/**
 * What `.ci/build/buildServer.ts` wrote: in `site` the page with all that belongs to it, in `pages` what draws it. Rejects with
 * a sentence for people where it is not there.
 */
export async function loadBuild(folder: string): Promise<Build> {
  // What draws the page loads React when it is loaded itself, which looks at this to tell which one of its own it is.
  process.env['NODE_ENV'] ??= 'production'
  const site = join(folder, 'site')
  try {
    const [template, files, drawing] = await Promise.all([
      readFile(join(site, 'index.html'), 'utf8'),
      readFiles(site),
      // Built by then, and not known before.
      import(pathToFileURL(join(folder, 'pages', 'prerender.js')).href),
    ])
    return { template, files, renderPage: renderPageOf(drawing) }
  } catch (cause) {
    throw new Error(`There is no build of the page in ${folder}; "npm run serve" makes one.`, { cause })
  }
}

function renderPageOf(module: object): RenderPage {
  if (!('renderPage' in module) || typeof module.renderPage !== 'function')
    throw new Error('It draws no page.')
  const { renderPage } = module
  return async (options) => String(await renderPage(options))
}
