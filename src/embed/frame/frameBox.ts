import type { Theme } from '../options.ts'
import type { ToPage } from './messages.ts'

const STYLES = [
  // Apart from what the page styles, so that it may have padding and borders.
  '.framed>div{position:relative;inline-size:100%}',
  '.framed iframe{display:block;inline-size:100%;border:0}',
  // Content of the page's own is seen until the discussion is ready; one that is not laid out would not tell its height.
  '.waiting{position:relative}',
  '.waiting>.framed{position:absolute;inset:0 0 auto;max-block-size:100%;box-sizing:border-box;overflow:hidden;visibility:hidden}',
  '.framed div div{position:absolute;inset-inline:0;z-index:-1;visibility:hidden}',
].join('')

/**
 * What the frame may do: run its scripts, reach the storage of its own origin, where drafts are kept, and send forms, as which
 * scripts take what is written. Its links may lead the whole page elsewhere when the reader follows them, or open in tabs of their
 * own, as those of the page do. It may not open dialogs, download anything, or lead the page elsewhere by itself.
 */
const SANDBOX = [
  'allow-scripts',
  'allow-same-origin',
  'allow-forms',
  'allow-popups',
  'allow-popups-to-escape-sandbox',
  'allow-top-navigation-by-user-activation',
].join(' ')

type Message<Kind extends ToPage['kind']> = Extract<ToPage, { kind: Kind }>

export type FrameBox = {
  frame: HTMLIFrameElement
  setTheme(theme: Theme): void
  /** Makes the frame as high as what stands in it, and has what is read in it stay where it is. It is not seen before. */
  setHeight(height: Message<'height'>): void
  /** Scrolls the page, and whatever of it the frame is in, to a place of the frame. */
  show(place: Message<'place'>): void
  remove(): void
}

/** A frame in the room that is held for a discussion. */
export function createFrameBox(room: HTMLElement, root: ShadowRoot, address: string): FrameBox {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(STYLES)
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet]
  const box = document.createElement('div')
  box.classList.add('framed')
  box.part.add('discussion')
  const inner = document.createElement('div')
  const place = document.createElement('div')
  const frame = createFrame(address)
  inner.append(frame, place)
  box.append(inner)
  room.prepend(box)
  return {
    frame,
    setTheme(theme) {
      // Where it is not that of the document in it, browsers fill the frame with a colour of their own.
      frame.style.colorScheme = { auto: 'light dark', light: 'light', dark: 'dark', inherit: '' }[theme]
    },
    setHeight({ height, shift }) {
      frame.style.blockSize = `${height}px`
      if (shift !== 0 && frame.getBoundingClientRect().top < 0) scrollBy({ top: shift, behavior: 'instant' })
      frame.style.visibility = ''
    },
    show({ top, height, block }) {
      place.style.insetBlockStart = `${top}px`
      place.style.blockSize = `${height}px`
      place.scrollIntoView({ block, inline: 'nearest' })
      place.style.insetBlockStart = place.style.blockSize = ''
      if (block === 'start' && root.activeElement !== frame) frame.focus({ preventScroll: true })
    },
    remove() {
      box.remove()
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet)
    },
  }
}

function createFrame(address: string): HTMLIFrameElement {
  const frame = document.createElement('iframe')
  frame.loading = 'eager'
  frame.referrerPolicy = 'no-referrer'
  frame.setAttribute('sandbox', SANDBOX)
  frame.style.visibility = 'hidden'
  frame.src = address
  return frame
}
