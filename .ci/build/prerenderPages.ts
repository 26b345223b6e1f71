import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'
import type { Api } from '../../src/api/contract.ts'
import { isId, type ArticleId } from '../../src/domain/ids.ts'
import { backendOf } from './backendOfThePage.ts'

/** What the environment of that name is built to: `src/prerender.tsx`, and what makes a backend of a transcript. */
type Prerenderer = {
  renderPage(options: { api: Api; articleId: ArticleId; template: string }): Promise<string>
  openTranscript(text: string, id: ArticleId): Promise<Api>
}

/**
 * Draws the page of every transcript that `public/transcripts/index.json` lists, after the page itself was built, which is
 * then `bare.html`: each as `articles/NAME.html`, and the first as `index.html` too. A build for a real backend has no
 * transcripts, and its `index.html` stays bare.
 */
export function prerenderPages(): Plugin {
  // One of its own for each build, as two may run at the same time.
  const folder = `node_modules/.cache/prerender-${process.pid}`
  return {
    name: 'soundoff:prerender-pages',
    apply: (_, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
    config({ root = process.cwd() }, { mode }) {
      if (backendOf(root, mode).kind === 'network') return undefined
      const input = { renderPage: 'src/prerender.tsx', openTranscript: 'src/hosts/transcriptApi.ts' }
      return {
        builder: {},
        environments: {
          prerender: {
            consumer: 'server',
            build: {
              outDir: folder,
              emptyOutDir: true,
              copyPublicDir: false,
              manifest: false,
              reportCompressedSize: false,
              // Scripts of the page stand in it as this bundle has them.
              minify: true,
              rolldownOptions: { input },
            },
          },
        },
      }
    },
    async buildApp(builder) {
      const { client, prerender } = builder.environments
      if (!client || !prerender) return
      await builder.build(client)
      const { root, publicDir } = builder.config
      try {
        await builder.build(prerender)
        const dist = resolve(root, client.config.build.outDir)
        await writePages(dist, publicDir, await loadPrerenderer(resolve(root, folder)))
      } finally {
        await rm(resolve(root, folder), { recursive: true, force: true })
      }
    },
  }
}

async function loadPrerenderer(folder: string): Promise<Prerenderer> {
  const load = (name: string) => import(pathToFileURL(join(folder, `${name}.js`)).href)
  return { ...(await load('renderPage')), ...(await load('openTranscript')) }
}

async function writePages(dist: string, publicDir: string, prerenderer: Prerenderer): Promise<void> {
  const index = join(dist, 'index.html')
  const template = await readFile(index, 'utf8')
  await rename(index, join(dist, 'bare.html'))
  await mkdir(join(dist, 'articles'), { recursive: true })
  const transcripts = join(publicDir, 'transcripts')
  const names = readNames(await readFile(join(transcripts, 'index.json'), 'utf8'))
  for (const articleId of names) {
    const text = await readFile(join(transcripts, `${articleId}.txt`), 'utf8')
    const api = await prerenderer.openTranscript(text, articleId)
    const html = await prerenderer.renderPage({ api, articleId, template })
    await writeFile(join(dist, 'articles', `${articleId}.html`), html)
    if (articleId === names[0]) await writeFile(index, html)
  }
}

function readNames(text: string): ArticleId[] {
  const names: unknown = JSON.parse(text)
  if (Array.isArray(names) && names.length > 0 && names.every(isId<ArticleId>)) return names
  throw new Error('public/transcripts/index.json is no list of names.')
}
