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

/** Tests in a browser. Files of one process share its browser. Each test has a person of its own in it. */
const inBrowser = { environment: 'node', isolate: false, testTimeout: 60_000, hookTimeout: 120_000 }

/** The flows in a browser to which it makes most of a difference that their backend is a server; all others are in a project of their own. */
const SERVER_FLOWS =
  'tests/e2e/{site,siteSettings,siteOffline,moderate,embed,live,posting,news,folding,prerender,prerenderTakeover,prerenderNews}.test.ts'

const NOT_ON_SERVER = [
  // How the backend in the browser starts, and what it says of itself; the same suite as of `conformance` asks the server in `tests/hosts`.
  'tests/e2e/{conformance,host,moderateHere}.test.ts',
  // Builds of other settings, and hosts of files alone; what a server's page does without a network is in `siteOffline`.
  'tests/e2e/{offline,offlineBuilds,realBackendBuild}.test.ts',
]

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
            ...inBrowser,
            name: 'browser',
            include: ['tests/e2e/**/*.test.ts'],
            exclude: ['tests/e2e/{site,siteSettings,siteOffline,moderate}.test.ts'],
            globalSetup: ['tests/support/pageServer.ts', 'tests/support/providePackage.ts'],
          },
        },
        {
          extends: true,
          test: {
            ...inBrowser,
            name: 'server',
            include: [SERVER_FLOWS],
            globalSetup: ['tests/support/site/buildSite.ts', 'tests/support/databases/databaseServer.ts'],
          },
        },
        {
          extends: true,
          test: {
            ...inBrowser,
            name: 'server-rest',
            include: ['tests/e2e/**/*.test.ts'],
            exclude: [SERVER_FLOWS, ...NOT_ON_SERVER],
            globalSetup: [
              'tests/support/site/buildSite.ts',
              'tests/support/databases/databaseServer.ts',
              'tests/support/providePackage.ts',
            ],
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
