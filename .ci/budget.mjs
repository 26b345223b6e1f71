/*
 * What the built page and the element weigh, gzip at level 9, against what they may weigh. Reads Vite's manifests in `dist`, or
 * in the folder that is given; ends with status 1 where a part is over its budget or missing.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const KILOBYTE = 1000
const dist = process.argv[2] ?? 'dist'

const page = readManifest('manifest.json', ({ name }) => name === 'page')
const desk = readManifest('moderate.json', ({ name }) => name === 'desk')
const element = readManifest('embed.json', ({ src }) => src === 'src/embed/application.tsx')
const isLive = (src) => src.startsWith('src/ui/live/') || src === 'src/api/events.ts'
const isFinding = (src) => src.startsWith('src/ui/finding/')
const isResting = (src) => src.startsWith('src/ui/resting/')
const isIdle = (src) => src === 'src/ui/finding/Finding.tsx'
const isMarkdown = (src) => src.startsWith('src/ui/markdown/')
const isHost = (src) => src.startsWith('src/hosts/')
const LANGUAGES = ['Spanish', 'German', 'French', 'Arabic', 'Chinese']
const isIn = (language) => (src) => src === `src/ui/messages/${language.toLowerCase()}Catalogue.ts`
const isLanguage = (src) => LANGUAGES.some((language) => isIn(language)(src))
const isSwitch = (src) => src === 'src/ui/speakPage.tsx'

const rows = [
  // A fresh connection brings 14 kB in its first round trip and 29 in the second; other articles are longer than this one.
  { part: 'page as it comes, HTML', limit: 29, files: ['index.html'] },
  {
    part: 'styles that it is drawn with',
    limit: 6,
    files: ['index.html'],
    within: /(?<=<style>).*?(?=<\/style>.*<\/head>)/gs,
  },
  { part: 'page, JavaScript', limit: 112, files: page.first },
  { part: 'live changes, JavaScript', limit: 9, files: page.parts(isLive) },
  { part: 'Markdown, JavaScript', limit: 20, files: page.parts(isMarkdown) },
  {
    part: 'writing and what waits, JavaScript',
    limit: 31,
    files: page.rest(isLive, isMarkdown, isHost, isFinding, isResting, isLanguage, isSwitch),
  },
  { part: 'choice of language, JavaScript', limit: 4, files: page.parts(isSwitch) },
  ...LANGUAGES.map((language) => ({ part: language, limit: 8, files: page.parts(isIn(language)) })),
  { part: 'finding, once idle, JavaScript', limit: 12, files: page.parts(isIdle) },
  { part: 'finding, all of it, JavaScript', limit: 34, files: page.parts(isFinding) },
  { part: 'resting, JavaScript', limit: 6, files: page.parts(isResting) },
  { part: 'backend in the browser, JavaScript', limit: 71, files: page.parts(isHost) },
  { part: 'worker, JavaScript', limit: 4, files: ['worker.js'] },
  { part: 'all styles', limit: 12, files: ['index.html'], within: /(?<=<style>).*?(?=<\/style>)/gs },
  { part: 'element, loader', limit: 3, files: ['embed.js'] },
  { part: 'element, application with styles', limit: 75, files: element.first },
  { part: 'element, Markdown', limit: 20, files: element.parts(isMarkdown) },
  {
    part: 'element, writing and live changes',
    limit: 37,
    files: element.rest(isMarkdown, isFinding, isResting, isLanguage),
  },
  { part: 'element, finding', limit: 34, files: element.parts(isFinding) },
  { part: 'element, resting', limit: 6, files: element.parts(isResting) },
  ...LANGUAGES.map((language) => ({
    part: `element, ${language}`,
    limit: 8,
    files: element.parts(isIn(language)),
  })),
  // What only moderators load, which shares no file with the page.
  { part: 'moderation, JavaScript', limit: 112, files: desk.first },
  {
    part: 'moderation, styles',
    limit: 8,
    files: readdirSync(dist, { recursive: true }).filter((file) => /^moderate\/.*\.css$/.test(file)),
  },
  // These are built alone, and so are in no manifest.
  { part: 'element, backend in the page', limit: 38, files: named('embed/inPageBackend-') },
  { part: 'element, its frame', limit: 10, files: named('embed/frame-', 'embed-frame') },
  { part: 'element, counts', limit: 2, files: named('embed/counts-') },
].map((row) => ({
  ...row,
  size: row.files.reduce((sum, file) => sum + gzipSize(file, row.within), 0) / KILOBYTE,
}))

for (const { part, size, limit, files } of rows) {
  const verdict = files.length === 0 ? 'missing' : size > limit ? 'OVER BUDGET' : 'ok'
  console.log(
    `${part.padEnd(36)} ${size.toFixed(1).padStart(6)} kB of ${String(limit).padStart(3)} kB  ${verdict}`,
  )
}
if (rows.some(({ files, size, limit }) => files.length === 0 || size > limit)) process.exitCode = 1

/** The scripts whose paths begin so; none at all where one of the beginnings is of none. */
function named(...beginnings) {
  const scripts = readdirSync(dist, { recursive: true }).filter((file) => file.endsWith('.js'))
  const found = beginnings.map((beginning) => scripts.filter((file) => file.startsWith(beginning)))
  return found.some((files) => files.length === 0) ? [] : found.flat()
}

/**
 * The files of a build: `first`, what is loaded at once; `parts`, what sources that a test tells need beyond that, of what is loaded later;
 * `rest`, what is loaded later and is in none of those parts.
 */
function readManifest(name, isFirst) {
  const manifest = JSON.parse(readFileSync(join(dist, '.vite', name), 'utf8'))
  const reach = (from, next) => {
    const found = new Set()
    const waiting = [...from]
    for (let chunk = waiting.pop(); chunk !== undefined; chunk = waiting.pop()) {
      if (found.has(chunk)) continue
      found.add(chunk)
      waiting.push(...next(chunk).map((key) => manifest[key]))
    }
    return [...found]
  }

  const chunks = Object.values(manifest)
  const start = chunks.filter(isFirst)
  const first = reach(start, imported)
  const later = reach(start, (chunk) => [...imported(chunk), ...(chunk.dynamicImports ?? [])]).filter(
    (chunk) => !first.includes(chunk),
  )
  const parts = (test) => {
    const sources = chunks.filter(({ src = '' }) => test(src))
    return reach(sources, imported).filter((chunk) => later.includes(chunk))
  }
  return {
    first: filesOf(first),
    parts: (test) => filesOf(parts(test)),
    rest(...tests) {
      const told = new Set(tests.flatMap((test) => parts(test)))
      return filesOf(later.filter((chunk) => !told.has(chunk)))
    },
  }
}

function imported({ imports = [] }) {
  return imports
}

function filesOf(chunks) {
  return chunks.map(({ file }) => file)
}

/** Of a whole file, or of what a pattern finds in it. */
function gzipSize(file, within) {
  const content = readFileSync(join(dist, file))
  const counted = within ? content.toString().match(within).join('') : content
  return gzipSync(counted, { level: 9 }).length
}
