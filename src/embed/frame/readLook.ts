import type { Theme } from '../options.ts'
import { INHERITED_PROPERTIES, isLookValue, LOOK_PROPERTIES, type Look } from './look.ts'

/** How the page has an element look, as far as a frame in it is to look alike. What would not be understood there is left out. */
export function readLook(host: Element, theme: Theme): Look {
  const style = getComputedStyle(host)
  const isWanted = (name: string) =>
    theme === 'inherit' || !INHERITED_PROPERTIES.some((each) => each === name)
  return Object.fromEntries(
    LOOK_PROPERTIES.filter(isWanted)
      .map((name) => [name, name === 'background-color' ? backdropOf(host) : valueOf(style, name)] as const)
      .filter(([name, value]) => isLookValue(name, value)),
  )
}

/** Calls `listener` when what the page says of the element, or of anything that it is in, may have changed. */
export function watchLook(host: Element, listener: () => void, signal: AbortSignal): void {
  const observer = new MutationObserver(listener)
  for (const each of lineOf(host)) observer.observe(each, { attributes: true })
  signal.addEventListener('abort', () => observer.disconnect())
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', listener, { signal })
}

function valueOf(style: CSSStyleDeclaration, name: string): string {
  return style.getPropertyValue(name).trim()
}

/** The colour behind an element, where it is one plain colour; the frame itself lets through what is behind it. */
function backdropOf(host: Element): string {
  for (const each of lineOf(host)) {
    const style = getComputedStyle(each)
    const colour = style.backgroundColor
    if (style.backgroundImage !== 'none') break
    if (isOpaque(colour)) return colour
    if (!/^(?:transparent|rgba\(0, 0, 0, 0\))$/.test(colour)) break
  }
  return 'transparent'
}

function isOpaque(colour: string): boolean {
  return colour !== 'transparent' && !/^(?:rgba|hsla)|\//.test(colour)
}

/** An element and all that it is in, out of its shadow roots, too. */
function lineOf(element: Element): Element[] {
  const line = []
  for (let each: Element | null = element; each; each = parentOf(each)) line.push(each)
  return line
}

function parentOf(element: Element): Element | null {
  const root = element.getRootNode()
  return element.assignedSlot ?? element.parentElement ?? (root instanceof ShadowRoot ? root.host : null)
}
