import type { Page } from 'playwright-core'

const TARGETS = 'a[href], button, input, select, textarea, summary, [role="button"], [tabindex="0"]'

/**
 * The targets of a page and of the shadow roots in it that are smaller than 24 by 24 CSS pixels (WCAG 2.5.8), one line for each. Links
 * within a sentence may be as small as its line; what is not seen, or is only another way to do the same, is no target.
 */
export function findSmallTargets(page: Page): Promise<string[]> {
  return page.evaluate((targets) => {
    const roots = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])
    const found = [document, ...roots].flatMap((root) => [...root.querySelectorAll<HTMLElement>(targets)])
    const small = found.filter((element) => {
      const isTarget =
        element.checkVisibility({ visibilityProperty: true }) && !element.closest('[aria-hidden="true"]')
      if (!isTarget || isWithinSentence(element)) return false
      const { width, height } = element.getBoundingClientRect()
      return Math.min(width, height) < 24
    })
    return small.map((element) => {
      const { width, height } = element.getBoundingClientRect()
      const name = element.getAttribute('aria-label') ?? element.textContent.trim()
      return `${element.localName} "${name}" is ${width.toFixed(1)} by ${height.toFixed(1)}`
    })

    function isWithinSentence(element: HTMLElement): boolean {
      if (getComputedStyle(element).display !== 'inline') return false
      return element.textContent.trim() !== element.parentElement?.textContent.trim()
    }
  }, TARGETS)
}
