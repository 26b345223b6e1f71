import type { Theme } from '../options.ts'
import { LOOK_PROPERTIES, type Look } from './look.ts'

/** What the frame's document, and not the element in it, has from the page. */
const OF_DOCUMENT = new Set(['background-color', 'color-scheme'])

const SCHEMES: Readonly<Record<Theme, string>> = {
  auto: 'light dark',
  light: 'light',
  dark: 'dark',
  inherit: 'normal',
}

/** Has the frame's document and the element in it look as the page around wants it. */
export function wearLook(element: HTMLElement, theme: Theme, look: Look): void {
  const { documentElement: root } = document
  root.style.colorScheme = SCHEMES[theme]
  root.dataset['theme'] = theme
  for (const name of LOOK_PROPERTIES) {
    const value = look[name]
    const { style } = OF_DOCUMENT.has(name) ? root : element
    if (value !== undefined) style.setProperty(name, value)
    else if (name !== 'color-scheme') style.removeProperty(name)
  }
}
