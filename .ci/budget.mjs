/*
 * What the built page weighs, gzip at level 9, against what it may weigh. Reads Vite's manifest in `dist`, or in the folder
 * that is given; ends with status 1 where a part is over its budget or missing.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const KILOBYTE = 1000
const dist = process.argv[2] ?? 'dist'
const manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))

const start = Object.keys(manifest).filter((key) => manifest[key].name === 'page')
const page = reach(start, (chunk) => chunk.imports)
const everything = reach(start, (chunk) => [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])])
const everyFile = Object.values(manifest).map(({ file }) => file)
const lazy = everything.filter((chunk) => !page.includes(chunk))
const withParts = (isFirst) =>
  reach(
    Object.keys(manifest).filter((name) => isFirst(manifest[name].src ?? '')),
    (chunk) => chunk.imports,
  ).filter((chunk) => lazy.includes(chunk))
const backend = withParts((src) => src.startsWith('src/hosts/'))
const live = withParts((src) => src.startsWith('src/ui/live/') || src === 'src/api/events.ts')
const markdown = withParts((src) => src.startsWith('src/ui/markdown/'))
const writing = lazy.filter((chunk) => ![...backend, ...live, ...markdown].includes(chunk))

const rows = [
  // A fresh connection brings 14 kB in its first round trip and 29 in the second; other articles are longer than this one.
  { part: 'page as it comes, HTML', limit: 25, files: ['index.html'] },
  { part: 'page, JavaScript', limit: 110, files: page.map(({ file }) => file) },
  { part: 'live changes, JavaScript', limit: 6, files: live.map(({ file }) => file) },
  { part: 'Markdown, JavaScript', limit: 20, files: markdown.map(({ file }) => file) },
  { part: 'writing, JavaScript', limit: 25, files: writing.map(({ file }) => file) },
  { part: 'backend in the browser, JavaScript', limit: 66, files: backend.map(({ file }) => file) },
  { part: 'worker, JavaScript', limit: 4, files: ['worker.js'] },
  { part: 'styles', limit: 12, files: everyFile.filter((file) => file.endsWith('.css')) },
].map((row) => ({ ...row, size: row.files.reduce((sum, file) => sum + gzipSize(file), 0) / KILOBYTE }))

for (const { part, size, limit, files } of rows) {
  const verdict = files.length === 0 ? 'missing' : size > limit ? 'OVER BUDGET' : 'ok'
  console.log(
    `${part.padEnd(36)} ${size.toFixed(1).padStart(6)} kB of ${String(limit).padStart(3)} kB  ${verdict}`,
  )
}
if (rows.some(({ files, size, limit }) => files.length === 0 || size > limit)) process.exitCode = 1

/** The chunks that are reached from some over the edges that `next` names, themselves included. */
function reach(from, next) {
  const found = new Set()
  const waiting = [...from]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const chunk = manifest[name]
    if (found.has(chunk)) continue
    found.add(chunk)
    waiting.push(...(next(chunk) ?? []))
  }
  return [...found]
}

function gzipSize(file) {
  return gzipSync(readFileSync(join(dist, file)), { level: 9 }).length
}
