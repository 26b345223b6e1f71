import type { Plugin } from 'vite'

/** Puts the styles of the page into it, so that nothing but the page itself has to come before it can be seen. */
export function inlineStyles(): Plugin {
  return {
    name: 'soundoff:inline-styles',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) =>
        html.replace(/<link rel="stylesheet"[^>]* href="\/([^"]+)"[^>]*>/g, (_, file: string) => {
          const asset = bundle[file]
          if (asset?.type !== 'asset') throw new Error(`The styles ${file} are not among what was built.`)
          const styles =
            typeof asset.source === 'string' ? asset.source : new TextDecoder().decode(asset.source)
          if (/<\/style/i.test(styles)) throw new Error(`The styles ${file} would end their element.`)
          return `<style>${styles.trim()}</style>`
        }),
    },
  }
}
