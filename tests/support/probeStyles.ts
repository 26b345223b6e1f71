import type { Page } from 'playwright-core'

/** One of each kind of what a discussion is made of. */
const PROBES = {
  discussion: '#discussion',
  heading: 'h2',
  comment: 'article',
  name: 'article bdi',
  permalink: 'article a',
  text: 'article p',
  list: 'ol',
  item: 'li',
  'button of a comment': 'footer button',
  'choice of order': 'select',
  form: 'form',
  rules: 'summary',
  'field for a name': 'input',
  'field for a text': 'textarea',
  'main button': 'button[type=submit]',
}

/** All computed styles of them, by name and property. */
export function probeStyles(page: Page): Promise<Record<string, Record<string, string>>> {
  return page.evaluate((probes) => {
    const root = document.querySelector('soundoff-discussion')?.shadowRoot
    const found = Object.entries(probes).map(([name, selector]) => {
      const probe = root?.querySelector(selector)
      if (!probe) throw new Error(`There is no ${name}.`)
      const styles = getComputedStyle(probe)
      return [
        name,
        Object.fromEntries([...styles].map((property) => [property, styles.getPropertyValue(property)])),
      ]
    })
    return Object.fromEntries(found)
  }, PROBES)
}
