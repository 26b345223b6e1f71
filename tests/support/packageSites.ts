import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The parts of two sites that use the package, by path. */

const page = (script: string) => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Somebody’s site</title><link rel="icon" href="data:,"></head>
<body><div id="site"></div><script type="module" src="/src/${script}"></script></body></html>`

/** With `?backend=`, and `?twice` for a second place for the same discussion. */
export const reactSite = {
  'index.html': page('main.tsx'),
  'src/main.tsx': `
import { StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { Discussion, type DiscussionProps } from 'soundoff'

const parameters = new URLSearchParams(location.search)
const backend = parameters.get('backend') ?? ''
const told: string[] = []
Object.assign(window, { told })

function Site() {
  const [theme, setTheme] = useState<DiscussionProps['theme']>('light')
  const [isThere, setIsThere] = useState(true)
  return (
    <>
      <button type="button" onClick={() => setTheme('dark')}>Dark</button>
      <button type="button" onClick={() => setIsThere(false)}>Remove</button>
      {isThere && (
        <Discussion
          id="talk"
          className="talk"
          discussion="kerry-to-urge-china"
          backend={backend}
          theme={theme}
          loading="eager"
          onReady={({ count }) => told.push(\`ready \${count} \${theme}\`)}
          onCount={({ text }) => told.push(text)}
          onPosted={({ status }) => told.push(status)}
          onFailed={({ code }) => told.push(code)}
          onDraft={({ isUnfinished }) => told.push(isUnfinished ? 'begun' : 'done')}
          onNavigate={({ commentId }) => {
            told.push(commentId)
            return false
          }}
        >
          <a href="/archive">All comments</a>
        </Discussion>
      )}
      {isThere && parameters.has('twice') && (
        <Discussion id="other" discussion="kerry-to-urge-china" backend={backend} />
      )}
    </>
  )
}

createRoot(document.getElementById('site')!).render(
  <StrictMode>
    <Site />
  </StrictMode>,
)
`,
  'src/readme.tsx': readmeSnippet('tsx'),
  'src/readmeServer.ts': readmeSnippet('ts'),
  'src/types.tsx': `
import { createRef } from 'react'
import { Discussion, type EmbedEvents } from 'soundoff'
import type { DiscussionElement } from 'soundoff/element'

const minimal = <Discussion discussion="a" backend="browser" pageUrl={undefined} />
const narrow: EmbedEvents['soundoff:failed']['doing'] = 'counting'
const element = createRef<DiscussionElement>()
const elements = (
  <>
    <soundoff-discussion ref={element} discussion="a" backend="b" page-url="/c" max-depth={3}
      {...{ 'onsoundoff:count': (event: CustomEvent<{ count: number }>) => event.detail.count }} />
    <soundoff-count className="count" discussion="a" backend="b" />
  </>
)
document.addEventListener('soundoff:navigate', (event) => event.detail.commentId.trim())
// @ts-expect-error There is no such order.
const wrongOrder = <Discussion discussion="a" backend="b" order="random" />
// @ts-expect-error A component has nobody to call load().
const manual = <Discussion discussion="a" backend="b" loading="manual" />
// @ts-expect-error A discussion has a backend.
const missing = <Discussion discussion="a" />
// @ts-expect-error And so has its element.
const missingToo = <soundoff-discussion discussion="a" />
export const all = [minimal, narrow, elements, wrongOrder, manual, missing, missingToo]
`,
  'server.mjs': `
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { Discussion } from 'soundoff'
import 'soundoff/element'

const props = { id: 'talk', discussion: 'kerry-to-urge-china', backend: 'https://comments.example' }
const html = renderToString(createElement(Discussion, props, 'All comments'))
if (html !== '<div id="talk">All comments</div>') throw new Error(html)
`,
}

/** With `?backend=`, and `?count` for the count alone. */
export const elementSite = {
  'index.html': page('main.ts'),
  'src/main.ts': `
import 'soundoff/element'

const parameters = new URLSearchParams(location.search)
const backend = parameters.get('backend')
for (const name of parameters.has('count') ? (['count'] as const) : (['count', 'discussion'] as const)) {
  const element = document.createElement(\`soundoff-\${name}\` as const)
  element.setAttribute('discussion', 'kerry-to-urge-china')
  element.setAttribute('backend', backend ?? '')
  document.body.append(element)
}
const discussion = document.querySelector('soundoff-discussion')
discussion?.addEventListener('soundoff:ready', ({ detail }) => {
  document.title = \`\${detail.count.toFixed()} at \${discussion.pageUrl ?? 'this page'}\`
})
`,
}

/** What the README shows in that language of how the package is used. */
function readmeSnippet(language: string): string {
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')
  const section = /\n## Embedding\n([\s\S]*?)\n## /.exec(readme)?.[1] ?? ''
  const snippets = Array.from(section.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g')))
  const [[, snippet] = []] = snippets
  if (snippet === undefined || snippets.length > 1)
    throw new Error(`The README has ${snippets.length} snippets of ${language}.`)
  return snippet
}
