import type { Plugin } from 'vite'

const PLACE = '__SOUNDOFF_ELEMENT_STYLES__'

/** Puts all styles of the element into its scripts, as a text that they make a style sheet of for shadow roots. */
export function elementStyles(): Plugin {
  return {
    name: 'soundoff:element-styles',
    enforce: 'post',
    config: () => ({ define: { 'import.meta.env.ELEMENT_STYLES': JSON.stringify(PLACE) } }),
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const sheets = Object.values(bundle).filter(({ fileName }) => fileName.endsWith('.css'))
        const [sheet] = sheets
        if (sheet?.type !== 'asset' || sheets.length !== 1)
          this.error('The element has no style sheet of its own.')
        const styles = forShadowRoots(
          typeof sheet.source === 'string' ? sheet.source : new TextDecoder().decode(sheet.source),
        )
        delete bundle[sheet.fileName]
        const text = JSON.stringify(styles)
        let places = 0
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk') continue
          chunk.code = chunk.code.replace(new RegExp(`(["'\`])${PLACE}\\1`, 'g'), () => {
            places += 1
            return text
          })
        }
        if (places !== 1) this.error(`The scripts have ${places} places for the styles of the element.`)
      },
    },
  }
}

/**
 * Lengths in `rem` go by the size that the root of somebody's page has, whatever its own text then has: here by `--rem`. In
 * conditions, which know no custom properties, by the 16 px that browsers begin with.
 */
export function forShadowRoots(styles: string): string {
  return styles
    .split(/(@(?:container|media)[^{]*)/)
    .map((part, index) =>
      part.replace(/(?<![\w#.-])(-?(?:\d+\.?\d*|\.\d+))rem\b/g, (_, count: string) =>
        index % 2 === 1 ? `${Number(count) * 16}px` : `calc(${count}*var(--rem))`,
      ),
    )
    .join('')
}
