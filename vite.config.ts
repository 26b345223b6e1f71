import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { backendOfThePage } from './.ci/build/backendOfThePage.ts'
import { buildDesk } from './.ci/build/buildDesk.ts'
import { buildElement } from './.ci/build/buildElement.ts'
import { contentPolicy } from './.ci/build/contentPolicy.ts'
import { inlineStyles } from './.ci/build/inlineStyles.ts'
import { partsBesides, partsThatCome } from './.ci/build/partsThatCome.ts'
import { inOneChunk } from './.ci/build/inOneChunk.ts'
import { nameClass } from './.ci/build/nameClass.ts'
import { prerenderPages } from './.ci/build/prerenderPages.ts'
import { serveArticles } from './.ci/build/serveArticles.ts'
import { writeWorker } from './.ci/build/writeWorker.ts'
import { generatedTranscripts } from './tests/support/generatedTranscripts.ts'

export default defineConfig(({ command }) => {
  const port = command === 'serve' ? readPort(process.env['PORT']) : undefined
  return {
    appType: 'mpa',
    plugins: [
      react(),
      backendOfThePage(),
      inlineStyles(),
      partsThatCome(),
      contentPolicy(),
      prerenderPages(),
      writeWorker(),
      buildElement(),
      buildDesk(),
      serveArticles(),
      generatedTranscripts(),
    ],
    resolve: {
      alias: [
        {
          find: /^(tough-cookie|set-cookie-parser|path-to-regexp|@mswjs\/interceptors\/WebSocket|(\.\.\/)+shims\/cookie\.mjs)$/,
          replacement: fileURLToPath(new URL('src/hosts/browser/mswStandIns.ts', import.meta.url)),
        },
      ],
    },
    css: { modules: { generateScopedName: nameClass } },
    build: {
      target: 'es2022',
      manifest: true,
      modulePreload: { polyfill: false, resolveDependencies: partsBesides('page') },
      rolldownOptions: {
        output: { codeSplitting: { groups: [{ name: inOneChunk('main.tsx', 'page'), debugName: 'page' }] } },
      },
    },
    server: { port: port ?? 5173 },
    preview: { port: port ?? 4173 },
    test: {
      // A machine that has much else to do is to make tests slower, not fail.
      testTimeout: 30_000,
      expect: { poll: { timeout: 15_000 } },
      projects: [
        {
          extends: true,
          test: {
            name: 'code',
            environment: 'node',
            include: [
              'tests/{domain,transcript,api,backend,hosts,page,ui,embed}/**/*.test.ts',
              'tests/*.test.ts',
            ],
            globalSetup: [
              'tests/support/databases/databaseServer.ts',
              'tests/support/commands/buildCommands.ts',
            ],
            testTimeout: 60_000,
          },
        },
        {
          extends: true,
          test: {
            name: 'dom',
            environment: 'jsdom',
            include: ['tests/ui/**/*.test.tsx'],
            setupFiles: ['tests/support/dom.ts'],
            testTimeout: 60_000,
          },
        },
        {
          extends: true,
          test: {
            name: 'browser',
            environment: 'node',
            // Files of one process share its browser. Each test has a person of its own in it.
            isolate: false,
            include: ['tests/e2e/**/*.test.ts'],
            exclude: ['tests/e2e/{site,siteSettings,moderate}.test.ts'],
            globalSetup: ['tests/support/pageServer.ts'],
            testTimeout: 60_000,
            hookTimeout: 120_000,
          },
        },
        {
          extends: true,
          test: {
            name: 'server',
            environment: 'node',
            isolate: false,
            // Of the flows in a browser those to which it makes a difference that their backend is a server.
            include: [
              'tests/e2e/{site,siteSettings,moderate,posting,news,folding,findBranch,findNews,prerender,prerenderTakeover,prerenderNews}.test.ts',
            ],
            globalSetup: ['tests/support/site/buildSite.ts', 'tests/support/databases/databaseServer.ts'],
            testTimeout: 60_000,
            hookTimeout: 120_000,
          },
        },
      ],
    },
  }
})

/** A port that is taken is no trouble: Vite goes on to the next free one, and prints the address. */
function readPort(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined
  const port = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (port <= 65_535) return port
  throw new Error(`PORT is a number from 0 to 65535, not "${text}".`)
}
