/**
 * HTML as React writes it, with what its `style` attributes say as rules of a style sheet: under the page's policy a
 * style sheet counts, by its hash, and an attribute does not. Elements that say the same share a rule; `styles` is empty where
 * there are none. Throws where an attribute holds more than plain values, which a rule might understand as something else.
 */
export function moveStyles(html: string): { content: string; styles: string } {
  const names = new Map<string, number>()
  const content = html.replace(/(<[a-z][^<>]*?) style="([^"]*)"/g, (_, start: string, style: string) => {
    if (!/^[\w\s:;.,%#()-]+$/.test(style)) throw new Error(`A style cannot be moved: ${style}`)
    const name = names.get(style) ?? names.size
    names.set(style, name)
    return `${start} data-style="${name}"`
  })
  const rules = Array.from(names, ([style, name]) => `[data-style="${name}"]{${style}}`)
  return { content, styles: rules.join('') }
}
