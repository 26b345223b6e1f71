import type { Page } from 'playwright-core'

/** A text with the contrast that it has to what it stands on (WCAG 1.4.3), as the browser paints both. */
export type TextContrast = { text: string; element: string; ratio: number }

/** The texts within the first discussion of a page, those of lowest contrast first. What is not seen is left out. */
export function textContrasts(page: Page, selector = '*'): Promise<TextContrast[]> {
  return page.evaluate((selector) => {
    const root = document.querySelector('soundoff-discussion')?.shadowRoot
    if (!root) throw new Error('There is no discussion.')
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
    if (!canvas) throw new Error('There is no canvas.')
    const found = [...root.querySelectorAll<HTMLElement>(selector)].filter(
      (each) => ownText(each) !== '' && each.checkVisibility({ visibilityProperty: true }),
    )
    const contrasts = found.map((element) => {
      const colours = [getComputedStyle(element).color]
      for (let above: Element | null = element; above; above = parentOf(above)) {
        colours.unshift(getComputedStyle(above).backgroundColor)
      }
      const isDark =
        matchMedia('(prefers-color-scheme: dark)').matches &&
        getComputedStyle(document.documentElement).colorScheme.includes('dark')
      colours.unshift(isDark ? '#121212' : '#fff')
      const text = colours.pop() ?? ''
      const behind = luminance(paint(colours))
      const own = luminance(paint([...colours, text]))
      const ratio = (Math.max(own, behind) + 0.05) / (Math.min(own, behind) + 0.05)
      return {
        text: ownText(element).slice(0, 40),
        element: `${element.localName}.${element.className}`,
        ratio,
      }
    })
    return contrasts.toSorted((a, b) => a.ratio - b.ratio)

    function ownText(element: Element): string {
      if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) return element.value
      const texts = [...element.childNodes].filter((node) => node instanceof Text)
      return texts.map(({ data }) => data.trim()).join('')
    }

    function parentOf(element: Element): Element | null {
      const { parentNode } = element
      return parentNode instanceof ShadowRoot ? parentNode.host : element.parentElement
    }

    function paint(colours: readonly string[]): Uint8ClampedArray {
      for (const colour of colours) {
        canvas!.fillStyle = colour
        canvas!.fillRect(0, 0, 1, 1)
      }
      return canvas!.getImageData(0, 0, 1, 1).data
    }

    function luminance([red = 0, green = 0, blue = 0]: Uint8ClampedArray): number {
      const linear = (value: number) =>
        value <= 10.31475 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4
      return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }
  }, selector)
}
