import type { Root } from 'react-dom/client'
import { READING } from '../ui/finding/settings/reading.ts'
import { beginTree } from './beginTree.tsx'
import { createCatalogues, type Catalogue } from '../ui/messages/catalogues.ts'
import { createConnections, type BrowserBackend } from './connections.ts'
import { Embedded } from './Embedded.tsx'
import { keepTyping } from './keepTyping.ts'
import { followLinks } from './followLinks.ts'
import { giveBackWhenReady } from './giveBackWhenReady.ts'
import type { WrittenOptions } from './options.ts'
import { readOptions } from './readOptions.ts'
import { speak } from './speak.ts'
import { tagAround } from './tagAround.ts'
import './embed.css'

declare global {
  interface ImportMetaEnv {
    /** The styles of everything that is drawn in the element, put in when it is built. */
    readonly ELEMENT_STYLES: string
  }
}

/** A discussion that is drawn in an element. */
export type View = {
  update(written: WrittenOptions): void
  /** For what comes from elsewhere: rejects where it does not come. Stays as it is after `remove`. */
  arrived?: Promise<void> | undefined
  /** Ends all that it does there; what was sent is still being posted. */
  remove(): void
}

export type Application = {
  /** Draws a discussion in `room`, within the shadow root of `host`. */
  show(host: HTMLElement, room: HTMLElement, written: WrittenOptions): View
}

/** What the elements of a page are drawn by: one for a page. */
export function createApplication(browserBackend: BrowserBackend): Application {
  const connect = createConnections(browserBackend)
  const catalogues = createCatalogues()
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(import.meta.env.ELEMENT_STYLES)
  return {
    show(host, room, written) {
      const root = shadowRootOf(room)
      const place = room.querySelector<HTMLElement>('[data-soundoff]') ?? addPlace(room)
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
      const leaving = new AbortController()
      giveBackWhenReady(host, room, leaving.signal)
      const stop = [() => leaving.abort(), keepTyping(root), followLinks(host, place, () => written)]
      let tree: Root | null = null

      function render(catalogue: Catalogue): void {
        const page = { url: location.href.replace(/#.*$/, ''), base: document.baseURI }
        const options = readOptions(written, page)
        const { theme, density } = options
        const { locale } = catalogue.messages
        const isDrawnAlike = place.lang === locale
        Object.assign(place.dataset, { theme, density })
        const reading = options.backend && connect(options.backend).shared.device.read(READING)
        if (reading) place.dataset['reading'] = reading
        Object.assign(place, { lang: locale, dir: catalogue.direction })
        place.style.removeProperty('--rem')
        place.style.setProperty('--rem', remOf(theme === 'inherit' ? host : place))
        const content = <Embedded host={host} options={options} catalogue={catalogue} connect={connect} />
        if (tree) tree.render(content)
        else tree = beginTree(root, place, content, { ...options, isDrawnAlike }, connect)
      }

      const findTag = () => written.lang?.trim() || tagAround(host)
      const { draw, stop: stopSpeaking } = speak(catalogues, { findTag, first: place.lang }, render)
      stop.push(stopSpeaking)
      const arrived = draw()
      let isDue = false
      return {
        arrived,
        update(next) {
          written = next
          if (isDue) return
          isDue = true
          // What a page sets together is one change: in between, its discussion may be one and the rest of another.
          queueMicrotask(() => {
            isDue = false
            if (place.parentNode) void draw()
          })
        },
        remove() {
          tree?.unmount()
          for (const each of stop) each()
          place.remove()
          root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet)
        },
      }
    },
  }
}

function shadowRootOf(room: HTMLElement): ShadowRoot {
  const root = room.getRootNode()
  if (root instanceof ShadowRoot) return root
  throw new Error('A discussion is drawn in a shadow root.')
}

function addPlace(room: HTMLElement): HTMLElement {
  const place = document.createElement('div')
  place.dataset['soundoff'] = ''
  place.part.add('discussion')
  room.prepend(place)
  return place
}

/** What `1rem` is to be: what the reader has chosen in the browser, or the page where it is to set the tone; never unreadable. */
function remOf(element: Element): string {
  const size = Number.parseFloat(getComputedStyle(element).fontSize)
  return `${Math.min(28, Math.max(13, size || 16))}px`
}
