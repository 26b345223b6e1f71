import fc from 'fast-check'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { moveStyles } from '../../src/page/moveStyles.ts'

const size = fc.record({ '--comments': fc.nat(500), '--lines': fc.nat(5000) })

test('every style that React writes is in one rule, which its elements name, and no text is taken for one', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(size, fc.string()), { maxLength: 8 }), fc.string(), (batches, word) => {
      const children = batches.map(([style, text], key) =>
        createElement('div', { key, style, title: `${word} style="--x:1"` }, ` <p style="--lines:1">${text}`),
      )
      const html = renderToStaticMarkup(createElement('main', null, children))
      const { content, styles } = moveStyles(html)
      const rules = new Map(
        Array.from(styles.matchAll(/\[data-style="(\d+)"\]\{([^{}]*)\}/g), ([, name, rule]) => [name, rule]),
      )
      const used: (string | undefined)[] = []
      const restored = content.replace(/ data-style="(\d+)"/g, (_, name: string) => {
        used.push(rules.get(name))
        return ` style="${rules.get(name)}"`
      })
      expect(restored).toBe(html)
      expect(used).toEqual(
        batches.map(([style]) => `--comments:${style['--comments']};--lines:${style['--lines']}`),
      )
      expect(rules.size).toBe(new Set(used).size)
    }),
  )
})

test.for(['a:url(x)}b{c:d', '--a:&quot;', '--a:1</style>', '--a:\\3c '])(
  'a style that a rule might take for more is refused: %s',
  (style) => {
    expect(() => moveStyles(`<p style="${style}">`)).toThrow('A style cannot be moved')
  },
)
