import type { Plugin, Rolldown } from 'vite'

/**
 * Puts all styles into the page, so that nothing but the page itself has to come before it can be seen: those that it is drawn with into
 * its head, and those of parts that come later to its end, where they hold up nothing. A part that brought its own would have the browser
 * go through every element of the page, however many there are.
 */
export function inlineStyles(): Plugin {
  let drawn: ReadonlySet<string> = new Set()
  return {
    name: 'soundoff:inline-styles',
    apply: 'build',
    applyToEnvironment: ({ config }) => config.consumer === 'client',
    generateBundle: {
      // Before the parts are told which files they need.
      order: 'pre',
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
        drawn = new Set(chunks.filter(({ name }) => name === 'page').flatMap(stylesOf))
        if (drawn.size === 0) this.error('The page is built without styles.')
        for (const { viteMetadata } of chunks) viteMetadata?.importedCss.clear()
      },
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const sheets = Object.values(bundle).filter(
          (file): file is Rolldown.OutputAsset => file.type === 'asset' && file.fileName.endsWith('.css'),
        )
        for (const { fileName } of sheets) delete bundle[fileName]
        const [first, later] = [true, false].map((isFirst) =>
          elementOf(sheets.filter(({ fileName }) => drawn.has(fileName) === isFirst)),
        )
        return html
          .replace('</head>', () => `  ${first}\n  </head>`)
          .replace('</body>', () => `  ${later}\n  </body>`)
      },
    },
  }
}

function stylesOf({ viteMetadata }: Rolldown.OutputChunk): string[] {
  return [...(viteMetadata?.importedCss ?? [])]
}

function elementOf(sheets: readonly Rolldown.OutputAsset[]): string {
  const styles = sheets.map(({ source }) =>
    (typeof source === 'string' ? source : new TextDecoder().decode(source)).trim(),
  )
  if (styles.some((text) => /<\/style/i.test(text))) throw new Error('The styles would end their element.')
  return `<style>${styles.join('')}</style>`
}
