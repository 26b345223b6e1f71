import { catalogueOf, directionOf, localeOf } from '../../ui/messages/catalogueOf.ts'
import { ATTRIBUTES, type WrittenOptions } from '../options.ts'
import { readOptions } from '../readOptions.ts'
import { listenToEvents } from './eventMessages.ts'
import { OPTION_NAMES, readHanded, type Opened } from './frameAddress.ts'
import { styleDiscussion, styleDocument, wearView } from './frameStyles.ts'
import { frameMessages } from './frameMessages.ts'
import { frameTitle } from './frameTitle.ts'
import { keepPlace, type PlaceKeeper } from './keepPlace.ts'
import { leaveFocus, type FocusGuard } from './leaveFocus.ts'
import type { Look } from './look.ts'
import { post, readToFrame, type ToFrame, type ToPage } from './messages.ts'
import { tellHeight } from './tellHeight.ts'
import { tellPlaces } from './tellPlaces.ts'
import { wearLook } from './wearLook.ts'

type View = Extract<ToFrame, { kind: 'view' }>

/**
 * Shows the discussion that this document was `handed` in its address, for the page around it, and does as that page tells: nobody else,
 * and no other page that may have come there.
 */
export function showFramedDiscussion(handed: URLSearchParams): void {
  styleDocument()
  const opened = readHanded(handed)
  const lang = handed.get('lang')
  speak(lang)
  const messages = frameMessages(lang)
  if (parent === window) say(messages.alone)
  else if (opened === null) say(messages.unnamedPage)
  else if (customElements.get('soundoff-discussion')) show(opened)
}

function show({ written: first, origin }: Opened): void {
  const element = document.createElement('soundoff-discussion')
  const base = document.createElement('base')
  let view: View | null = null
  let guard: FocusGuard | null = null
  let keeper: PlaceKeeper | null = null

  const send = (message: ToPage) => post(parent, message, origin)
  const tellHeightNow = tellHeight(document.body, (height) =>
    send({ kind: 'height', height, shift: keeper?.takeShift() ?? 0 }),
  )

  function draw(written: WrittenOptions, look: Look): void {
    const { theme, pageUrl } = readOptions(written, { url: `${origin}/`, base: origin })
    base.href = pageUrl
    speak(written.lang)
    wearLook(element, theme, look)
    writeOptions(element, { ...written, pageUrl, loading: 'eager', isolation: null })
  }

  /** Once the page around does as it is told, nothing here is to scroll by itself. */
  function beginToFollow(): void {
    if (guard) return
    const focus = leaveFocus()
    guard = focus
    document.documentElement.dataset['followed'] = ''
    tellPlaces({ findView: () => view, isElsewhere: focus.isElsewhere }, (place) => {
      tellHeightNow()
      send(place)
    })
  }

  function receive(message: ToFrame): void {
    if (message.kind === 'left') guard?.leave()
    else if (message.kind === 'go') {
      guard?.invite()
      goToComment(message.commentId)
    } else if (message.kind === 'view') {
      view = message
      wearView(element, view)
      keeper?.look(view)
    } else {
      beginToFollow()
      draw(message.written, message.look)
      tellHeightNow()
    }
  }

  addEventListener('message', (event) => {
    const message = event.origin === origin && event.source === parent ? readToFrame(event.data) : null
    if (message) receive(message)
  })
  listenToEvents(element, (message) => {
    tellHeightNow()
    send(message)
  })
  draw(first, {})
  // Its links lead to the page around, and take the place of that: permalinks are its own.
  base.target = '_top'
  document.head.append(base)
  document.body.append(element)
  const { shadowRoot } = element
  if (shadowRoot) {
    styleDiscussion(shadowRoot)
    keeper = keepPlace(shadowRoot)
  }
  send({ kind: 'here' })
}

/** Has this document be in the language of what is said in it. */
function speak(lang: string | null): void {
  document.documentElement.lang = localeOf(lang ?? '')
  document.documentElement.dir = directionOf(catalogueOf(lang ?? ''))
  document.title = frameTitle(lang)
}

function writeOptions(element: Element, written: WrittenOptions): void {
  for (const name of OPTION_NAMES) {
    const attribute = ATTRIBUTES[name]
    const text = written[name]
    if (text === element.getAttribute(attribute)) continue
    if (text === null) element.removeAttribute(attribute)
    else element.setAttribute(attribute, text)
  }
}

/** As if the address of this document led to it, which takes no step in the history of the page around. */
function goToComment(commentId: string): void {
  // Written out, as the document's base is of the page around.
  const address = new URL(location.href)
  address.hash = `comment-${commentId}`
  history.replaceState(history.state, '', address)
  dispatchEvent(new HashChangeEvent('hashchange'))
}

function say(text: string): void {
  const paragraph = document.createElement('p')
  paragraph.textContent = text
  document.body.append(paragraph)
}
