import { escapeHtml, scriptJson } from '../domain/markup.ts'
import { missingScriptNotice } from './missingScript.ts'
import { moveStyles } from './moveStyles.ts'
import { connectOf, policyOf, readPolicy, withPolicy } from './policy.ts'

export type PageParts = {
  /** Which article it is, for scripts to compare with what is asked for. */
  articleId: string
  /** In place of the title and description of the bare page. */
  head: string
  content: string
  /** A script that runs once the first comment stands there, or all where there is none, before any of it is seen. */
  beforePaint: string
  data: object
  structuredData: object
}

/** The id of the script that readies the page, and before which nothing of it is to be seen. */
export const READY = 'page-ready'

/** The bare page's own script, which gives it the reader's theme. */
const THEME = /\s*<script>([\s\S]*?)<\/script>/g
/** From its name to its end, in what was drawn beforehand, where no quotation mark stands outside of tags. */
const FIRST_COMMENT = /id="comment-[\s\S]*?<\/article>/
const MODULE = /\s*<script type="module"[^>]*? src="([^"]+)"[^>]*><\/script>/g

/**
 * The bare page, as it was built, with its parts filled in, under a policy that allows just its own inline scripts and styles,
 * if the bare page is under one. Rejects where the bare page is not as `index.html` has it.
 */
export async function fillTemplate(template: string, parts: PageParts): Promise<string> {
  const { content, styles } = moveStyles(parts.content)
  const html = fill(template, { ...parts, content }, styles)
  const policy = readPolicy(template)
  if (policy === null) return html
  const withoutWords = { ...parts, articleId: '', head: '', content: '', data: {}, structuredData: {} }
  return withPolicy(html, await policyOf(fill(template, withoutWords, styles), connectOf(policy)))
}

/**
 * What readies the page follows its first comment: what is seen at once comes before any script, and after one, browsers draw
 * what is there before they go on with the page. It leaves no trace, of which what takes the page over would not know. What only scripts and machines read comes last. The page's own modules
 * are fetched once the page has been drawn, as fetching them competes with drawing it.
 */
function fill(template: string, parts: PageParts, styles: string): string {
  const modulePaths = Array.from(template.matchAll(MODULE), ([, path = '']) => path)
  if (modulePaths.length === 0) throw new Error('The bare page has 0 places for a module.')
  const theme = Array.from(template.matchAll(THEME), ([, text = '']) => text).join('')
  const ready = `<script id="${READY}">document.currentScript.remove();\n${theme.trim()};\n${parts.beforePaint}</script>`
  const content = FIRST_COMMENT.test(parts.content)
    ? parts.content.replace(FIRST_COMMENT, (comment) => comment + ready)
    : parts.content + ready
  const place = `<div id="page" data-article="${escapeHtml(parts.articleId)}">${content}</div>`
  const end = [
    `<script type="application/json" id="page-data">${scriptJson(parts.data)}</script>`,
    `<script type="application/ld+json">${scriptJson(parts.structuredData)}</script>`,
    `<script>${runAfterPaint(modulePaths)}</script>`,
    '</body>',
  ]
  const replacements: [RegExp, string][] = [
    [THEME, ''],
    [/<title>[^<]*<\/title>\s*/g, ''],
    [/<meta name="description"[^>]*>/g, parts.head],
    [/\s*<noscript data-bare>[^<]*<\/noscript>/g, ''],
    [/<div id="page"><\/div>/g, place],
    [/(?=<\/head>)/g, styles === '' ? '' : `  <style>${styles}</style>\n  `],
    [/<\/body>/g, end.join('\n    ')],
  ]
  return replacements.reduce(
    (html, [pattern, text]) => replaceOne(html, pattern, text),
    template.replace(MODULE, ''),
  )
}

/**
 * Once the content is drawn: it has been laid out in a frame, and the browser says that it has shown something. At once where
 * nobody sees it or nothing is left to see, as of another article than was asked for, and after two seconds where a browser says nothing. Whether it came is told where it did not.
 */
function runAfterPaint(modulePaths: readonly string[]): string {
  return [
    `(() => {`,
    `const fail = (error) => { console.error(error); ${missingScriptNotice()} }`,
    `const paths = ${scriptJson(modulePaths)}`,
    `let run = () => { run = () => {}; Promise.all(paths.map((path) => import(path))).catch(fail) }`,
    `const seen = (list) => { if (list.getEntriesByName('first-contentful-paint').length > 0) run() }`,
    `const look = () => {`,
    `if (!PerformanceObserver.supportedEntryTypes.includes('paint')) return run()`,
    `new PerformanceObserver(seen).observe({ type: 'paint', buffered: true })`,
    `}`,
    `if (document.hidden || !window.pressedEarly) run()`,
    `else requestAnimationFrame(() => requestAnimationFrame(look))`,
    `setTimeout(() => run(), 2000)`,
    `})()`,
  ].join('\n')
}

function replaceOne(html: string, pattern: RegExp, text: string): string {
  const found = html.match(pattern)?.length ?? 0
  if (found !== 1) throw new Error(`The bare page has ${found} places for ${pattern.source} instead of one.`)
  // Through a function, since a text has patterns of its own, such as `$&`.
  return html.replace(pattern, () => text)
}
