import { toggleBullets, toggleNumbers, toggleQuote } from './formatLines.ts'
import { toggleBold, toggleCode, toggleItalic, toggleLink, type Format } from './formatText.ts'
import type { FormatWords } from './formatWords.ts'

/** `key` is pressed together with Ctrl, or with ⌘ where that is the key for it. `icon` is a path within 20 × 20. */
type Button = {
  name: Exclude<keyof FormatWords, 'toolbar'>
  format: Format
  key: string | null
  icon: string
}

/** The buttons of the toolbar, as they stand. */
export const formats: readonly Button[] = [
  {
    name: 'bold',
    format: toggleBold,
    key: 'b',
    icon: 'M6.5 4h4a3 3 0 0 1 0 6h-4zm0 6h5a3 3 0 0 1 0 6h-5z',
  },
  { name: 'italic', format: toggleItalic, key: 'i', icon: 'M8.5 4h5m-7 12h5m.5-12-4 12' },
  { name: 'code', format: toggleCode, key: null, icon: 'm7 6-4 4 4 4m6-8 4 4-4 4' },
  {
    name: 'quote',
    format: toggleQuote,
    key: null,
    icon: 'M4 13.5c2.5-.5 3.5-2 3.5-4V6.5H4v3.5h3m4 3.5c2.5-.5 3.5-2 3.5-4V6.5H11v3.5h3',
  },
  { name: 'list', format: toggleBullets, key: null, icon: 'M8 5h9M8 10h9m-9 5h9M3.5 5h1m-1 5h1m-1 5h1' },
  {
    name: 'numberedList',
    format: toggleNumbers,
    key: null,
    icon: 'M8.5 5H17m-8.5 5H17m-8.5 5H17M3 4l1.5-.8V7M3 12.5c.2-1.6 2.4-1.4 2.2 0-.1.8-2.2 2.3-2.2 3h2.4',
  },
  {
    name: 'link',
    format: toggleLink,
    key: 'k',
    icon: 'M8.5 11.5a3 3 0 0 0 4.2 0l3-3a3 3 0 0 0-4.2-4.2l-1 1m1 3.2a3 3 0 0 0-4.2 0l-3 3a3 3 0 0 0 4.2 4.2l1-1',
  },
]

/** The key that is held for a format's own key. */
export function formatModifier(): 'Meta' | 'Control' {
  return /Mac|iP(hone|ad|od)/.test(navigator.platform) ? 'Meta' : 'Control'
}

/** What a press of keys asks for; `null` where it is none of these. */
export function formatOfKeys(event: KeyboardEvent): Format | null {
  const isHeld =
    formatModifier() === 'Meta' ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey
  if (!isHeld || event.altKey || event.shiftKey || event.isComposing) return null
  return formats.find(({ key }) => key === event.key.toLowerCase())?.format ?? null
}
