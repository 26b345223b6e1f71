import { englishLoader } from '../ui/messages/englishLoader.ts'
import { ROOM_STYLES } from './roomStyles.ts'

/** Where there is something to be seen until the discussion is ready, that is not drawn before. */
const STYLES = [
  ROOM_STYLES,
  '.reserved{min-block-size:var(--soundoff-reserve,100vh)}',
  '.waiting>[data-soundoff]{display:none}',
  '[role=alert]{font:16px/1.5 system-ui,sans-serif}',
].join('')

/** Where the discussion of an element stands, and what stands there before. */
export type Place = {
  /** In the shadow root of the element. */
  room: HTMLElement
  /** Takes away what failed. */
  settle(): void
  /** Says that what draws the discussion could not be loaded, in English whatever else is said, and offers to try again. */
  fail(tryAgain: () => void): void
  remove(): void
}

/**
 * Makes the place in the shadow root of `host`: room that is held, so that nothing below is seen to move, and the host's own
 * content until the discussion is ready; or takes that which came from a server, with the discussion drawn in it.
 */
export function createPlace(host: HTMLElement): Place {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(STYLES)
  root.adoptedStyleSheets = [sheet]
  const drawn = root.querySelector<HTMLElement>('[data-room]')
  const fallback = document.createElement('slot')
  const room = drawn ?? holdRoom(host, root, fallback)
  const leaving = new AbortController()
  const { signal } = leaving
  let notice: HTMLElement | null = null
  const show = ({ type, target }: Event) => {
    if (target !== host) return
    room.classList.remove('waiting')
    if (type !== 'soundoff:ready' || !fallback.isConnected) return
    fallback.remove()
  }
  host.addEventListener('soundoff:ready', show, { signal })
  host.addEventListener('soundoff:failed', show, { signal })
  return {
    room,
    settle() {
      // Focus is not to go with what it is on.
      room.tabIndex = -1
      if (notice?.contains(root.activeElement)) room.focus()
      notice?.remove()
      notice = null
    },
    fail(tryAgain) {
      if (!notice) room.prepend((notice = failureNotice(tryAgain)))
      // Said anew each time.
      else notice.firstChild!.textContent = englishLoader.applicationFailed
    },
    remove() {
      leaving.abort()
      root.replaceChildren()
      root.adoptedStyleSheets = []
    },
  }
}

function holdRoom(host: HTMLElement, root: ShadowRoot, fallback: HTMLElement): HTMLElement {
  const room = document.createElement('div')
  room.classList.add('reserved')
  room.classList.toggle('waiting', host.childElementCount > 0 || Boolean(host.textContent?.trim()))
  room.append(fallback)
  root.append(room)
  return room
}

function failureNotice(tryAgain: () => void): HTMLElement {
  const notice = document.createElement('div')
  notice.setAttribute('role', 'alert')
  notice.lang = 'en'
  const text = document.createElement('p')
  text.textContent = englishLoader.applicationFailed
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = englishLoader.tryAgain
  button.addEventListener('click', tryAgain)
  notice.append(text, button)
  return notice
}
