import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { build, type Plugin } from 'vite'
import { backendOfThePage } from './backendOfThePage.ts'
import { contentPolicy } from './contentPolicy.ts'
import { inOneChunk } from './inOneChunk.ts'
import { partsBesides, partsThatCome } from './partsThatCome.ts'

const SOURCE = 'src/moderation/moderate.html'

/**
 * Writes the page of moderators, `moderate.html`, beside the page once that is built, and what it loads into `moderate`. It shares no file
 * with the page, so that readers load nothing for it, and their worker keeps nothing of it.
 */
export function buildDesk(): Plugin {
  return {
    name: 'soundoff:build-desk',
    apply: (_, { command, isSsrBuild }) => command === 'build' && !isSsrBuild,
    buildApp: {
      order: 'post',
      async handler({ environments: { client }, config: { root, mode } }) {
        if (client) await writeDesk(root, mode, resolve(root, client.config.build.outDir))
      },
    },
  }
}

async function writeDesk(root: string, mode: string, outDir: string): Promise<void> {
  await build({
    configFile: false,
    root,
    mode,
    publicDir: false,
    logLevel: 'warn',
    plugins: [react(), backendOfThePage(), partsThatCome(), contentPolicy(), besideThePage()],
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      manifest: '.vite/moderate.json',
      // In one file, which the page names, so that no part brings its own.
      cssCodeSplit: false,
      modulePreload: { polyfill: false, resolveDependencies: partsBesides('desk') },
      rolldownOptions: {
        input: { desk: resolve(root, SOURCE) },
        output: {
          entryFileNames: 'moderate/[name]-[hash].js',
          chunkFileNames: 'moderate/[name]-[hash].js',
          assetFileNames: 'moderate/[name]-[hash][extname]',
          codeSplitting: { groups: [{ name: inOneChunk('moderate.tsx', 'desk'), debugName: 'desk' }] },
        },
      },
    },
  })
}

/** Pages are written where their source stands. */
function besideThePage(): Plugin {
  return {
    name: 'soundoff:beside-the-page',
    enforce: 'post',
    generateBundle(_, bundle) {
      const page = bundle[SOURCE]
      if (page) page.fileName = 'moderate.html'
    },
  }
}
