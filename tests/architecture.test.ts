import { readFileSync, readdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkSource, type House } from './support/checkSource.ts'

/** Who may import whom, and which packages. */
const house: House = {
  allowances: {
    domain: { folders: [], packages: [] },
    transcript: { folders: ['domain'], packages: [] },
    api: { folders: ['domain'], packages: ['valibot'] },
    backend: { folders: ['api', 'domain'], packages: ['hono'] },
    ui: { folders: ['api', 'domain'], packages: ['react', 'react-dom', '@tanstack/react-query'] },
    page: {
      folders: ['ui', 'api', 'domain'],
      packages: ['react', '@tanstack/react-query', 'valibot'],
    },
    moderation: {
      folders: ['ui', 'api', 'domain'],
      packages: ['react', 'react-dom', '@tanstack/react-query'],
    },
    embed: { folders: ['ui', 'api', 'domain'], packages: ['react', 'react-dom', '@tanstack/react-query'] },
    hosts: { folders: ['backend', 'api', 'transcript', 'domain'], packages: ['msw', 'node:*'] },
  },
  exceptions: [
    { files: /^backend\/indexedDb/, packages: ['idb'] },
    { files: /^backend\/hmacTokens\.ts$/, packages: ['@noble/hashes'] },
    { files: /^hosts\/node\/database\/pglite\.ts$/, packages: ['@electric-sql/pglite'] },
    { files: /^hosts\/node\/database\/postgres\.ts$/, packages: ['pg'] },
    { files: /^ui\/drafts\/mirror\.ts$/, packages: ['idb'] },
    { files: /^ui\/markdown\//, packages: ['mdast-util-from-markdown', 'micromark-util-types'] },
    { files: /^embed\/preactDom\.ts$/, packages: ['preact'] },
    { files: /^embed\/renderDiscussion\.tsx$/, packages: ['preact-render-to-string'] },
    { files: /^embed\/renderedData\.ts$/, packages: ['valibot'] },
    { files: /^ui\/outbox\/entry\.ts$/, packages: ['valibot'] },
    { files: /^api\/events\.ts$/, packages: ['eventsource-parser'] },
    { files: /^hosts\/node\/startServer\.ts$/, packages: ['@hono/node-server'] },
    { files: /^hosts\/node\/(routes|files|content)\.ts$/, packages: ['hono'] },
    { files: /^hosts\/node\/log\.ts$/, packages: ['pino'] },
    { files: /^hosts\/node\/metrics\.ts$/, packages: ['prom-client'] },
    { files: /^hosts\/node\/rateLimiter\.ts$/, packages: ['rate-limiter-flexible'] },
    { files: /^hosts\/node\/(openApi|jsonSchemas|askCheck)\.ts$/, packages: ['valibot'] },
    { files: /^hosts\/transfer\/lines\.ts$/, packages: ['valibot'] },
    { files: /^hosts\/node\/jsonSchemas\.ts$/, packages: ['@valibot/to-json-schema'] },
  ],
  // The server loads what was built, which is no file of ours.
  loaders: ['hosts/node/loadBuild.ts'],
  roots: [
    'main.tsx',
    'moderate.tsx',
    'prerender.tsx',
    'element.ts',
    'embedFrame.ts',
    'package.tsx',
    'packageElement.ts',
    'packageServer.ts',
  ],
}

const src = join(import.meta.dirname, '../src')

test('every file of src keeps to the table of imports and to the rules of the house', () => {
  const paths = readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(src.length + 1))
  const offences = paths.flatMap((path) =>
    checkSource(path.replaceAll(sep, '/'), readFileSync(join(src, path), 'utf8'), house).map(
      (offence) => `${path} ${offence}`,
    ),
  )
  expect(paths.length).toBeGreaterThan(20)
  expect(offences).toEqual([])
})

describe('the check finds', () => {
  // Texts that the check reads and nothing runs: each breaks one rule, so that a rule that finds nothing any more is told.
  test.each([
    ['an import of a folder that is not allowed', 'ui/a.ts', `import { b } from '../backend/b.ts'`],
    ['an import of a type only', 'domain/a.ts', `import type { B } from '../api/b.ts'`],
    ['a type that is imported in place', 'domain/a.ts', `export type A = import('../api/b.ts').B`],
    ['a dynamic import', 'ui/a.ts', `export const b = () => import('../hosts/b.ts')`],
    ['a re-export beside other code', 'api/a.ts', `export { b } from '../ui/b.ts'\nexport const a = 1`],
    ['a side effect of another folder', 'api/a.ts', `import '../ui/b.css'`],
    ['the composition root, imported', 'ui/a.ts', `import { b } from '../main.tsx'`],
    ['a computed import', 'ui/a.ts', `export const b = (name: string) => import(name)`],
    ['an import from outside src', 'ui/a.ts', `import { b } from '../../tests/b.ts'`],
    ['an import without extension', 'ui/a.ts', `import { b } from './b'`],
    ['a package that is not allowed', 'domain/a.ts', `import * as v from 'valibot'`],
    ['a scoped package that is not allowed', 'ui/a.ts', `import { b } from '@tanstack/query-core'`],
    ['a package that only another file may use', 'backend/handler.ts', `import { openDB } from 'idb'`],
    ['Node in the browser', 'ui/a.ts', `import { join } from 'node:path'`],
    ['a folder that the table does not name', 'utils/a.ts', `export const a = 1`],
    ['a barrel', 'ui/index.ts', `export { a } from './a.ts'\nexport * from './b.ts'`],
    ['a default export', 'ui/a.ts', `export default function a() {}`],
    ['a default export by name', 'ui/a.ts', `const a = 1\nexport { a as default }`],
    ['an enum', 'domain/a.ts', `export enum A { B }`],
    ['HTML in JSX', 'ui/a.tsx', `export const a = <p dangerouslySetInnerHTML={{ __html: '' }} />`],
    ['HTML in the DOM', 'ui/a.ts', `document.body.innerHTML = ''`],
    ['HTML in the DOM by a string', 'ui/a.ts', `document.body['innerHTML'] = ''`],
    ['a file that is too long', 'ui/a.css', 'a {}\n'.repeat(251)],
    ['a file that cannot be parsed', 'ui/a.ts', `export const = 1`],
  ])('%s', (_, path, text) => {
    expect(checkSource(path, text, house)).toHaveLength(1)
  })

  test.each([
    ['what the table allows', 'ui/deep/a.tsx', `import { b } from '../../api/b.ts'\nexport const a = b`],
    ['a stylesheet of its own', 'ui/a.tsx', `import styles from './a.module.css'\nexport const a = styles`],
    ['a package by its subpath', 'hosts/a.ts', `import { http } from 'msw/core/http'\nexport const a = http`],
    ['anything in the root', 'main.tsx', `import { a } from './ui/a.tsx'\nimport b from 'left-pad'\na(b)`],
    ['a file of just 250 lines', 'ui/a.css', 'a {}\n'.repeat(250)],
  ])('nothing wrong with %s', (_, path, text) => {
    expect(checkSource(path, text, house)).toEqual([])
  })
})
