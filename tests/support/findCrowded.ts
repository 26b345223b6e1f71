import type { Page } from 'playwright-core'

const CONTROLS = 'a[href], button, input, select, textarea, summary'

/** What stands out of the first discussion of a page at its sides, and which of its controls lie over each other, one line for each. */
export function findCrowded(page: Page): Promise<string[]> {
  return page.evaluate((controls) => {
    const host = document.querySelector('soundoff-discussion')
    const root = host?.shadowRoot
    if (!root) throw new Error('There is no discussion.')
    // What is out of sight is laid out when it comes near, and stands nowhere until then.
    const drawn = new CSSStyleSheet()
    drawn.replaceSync('* { content-visibility: visible !important }')
    root.adoptedStyleSheets.push(drawn)
    const room = host.getBoundingClientRect()
    const seen = (selector: string) =>
      [...root.querySelectorAll(selector)].filter(
        (element) =>
          element.checkVisibility({ visibilityProperty: true }) && !element.closest('[aria-hidden="true"]'),
      )
    const out = seen('*').filter((element) => {
      const { left, right } = element.getBoundingClientRect()
      return left < room.left - 0.5 || right > room.right + 0.5
    })
    const boxes = seen(controls).map((element) => ({ element, box: element.getBoundingClientRect() }))
    const pairs = boxes.flatMap((one, index) => boxes.slice(index + 1).map((other) => ({ one, other })))
    const over = pairs.filter(({ one, other }) => {
      if (one.element.contains(other.element) || other.element.contains(one.element)) return false
      const width = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
      const height = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top)
      return width > 1 && height > 1
    })
    root.adoptedStyleSheets.pop()
    return [
      ...out.map((element) => `${nameOf(element)} stands out`),
      ...over.map(({ one, other }) => `${nameOf(one.element)} lies over ${nameOf(other.element)}`),
    ]

    function nameOf(element: Element): string {
      return `${element.localName} "${(element.getAttribute('aria-label') ?? element.textContent).trim().slice(0, 40)}"`
    }
  }, CONTROLS)
}
