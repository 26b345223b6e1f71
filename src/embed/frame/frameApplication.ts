import type { Application, View } from '../application.tsx'
import { frameTitle } from './frameTitle.ts'
import { giveBackWhenReady } from '../giveBackWhenReady.ts'
import type { WrittenOptions } from '../options.ts'
import { readOptions } from '../readOptions.ts'
import { tagAround } from '../tagAround.ts'
import { awaitWord } from './awaitWord.ts'
import { dispatchMessage } from './eventMessages.ts'
import { writeFrameAddress } from './frameAddress.ts'
import { createFrameBox } from './frameBox.ts'
import { MOST_LETTERS, post, readToPage, type ToFrame, type ToPage } from './messages.ts'
import { commentOfNewPage, commentOfPage, isAtOther, navigatePage } from './pagePermalinks.ts'
import { readLook, watchLook } from './readLook.ts'
import { watchView } from './watchView.ts'

/** Draws discussions in frames of the origin of `pageAddress`, the frame's own page, for pages that want nothing to do with them. */
export function createFrameApplication(pageAddress: URL): Application {
  return {
    show(host, room, written) {
      const root = room.getRootNode()
      if (!(root instanceof ShadowRoot)) throw new Error('A discussion is drawn in a shadow root.')
      return showFrame({ pageAddress, host, room, root }, written)
    },
  }
}

type Place = { pageAddress: URL; host: HTMLElement; room: HTMLElement; root: ShadowRoot }

function showFrame({ pageAddress, host, room, root }: Place, written: WrittenOptions): View {
  const { origin } = pageAddress
  const leaving = new AbortController()
  const { signal } = leaving
  giveBackWhenReady(host, room, signal)
  const opened = { written: forFrame(written, host), origin: location.origin }
  const box = createFrameBox(room, root, writeFrameAddress(pageAddress, opened))
  const { frame } = box
  const { heard, hear } = awaitWord(frame, origin, signal)
  let options = describe()
  let isHere = false
  let isDue = false

  const send = (message: ToFrame) => {
    if (isHere && frame.contentWindow) post(frame.contentWindow, message, origin)
  }
  const go = (commentId: string | null) => {
    if (commentId !== null) send({ kind: 'go', commentId })
  }
  const tellFocus = () => {
    if (isAtOther(host)) send({ kind: 'left' })
  }
  const tellView = watchView(frame, send, signal)

  function describe() {
    const { theme } = readOptions(written, pageHere())
    const framed = forFrame(written, host)
    box.setTheme(theme)
    frame.title = frameTitle(framed.lang)
    return { kind: 'options', written: framed, look: readLook(host, theme) } as const
  }

  function draw(): void {
    isDue = false
    if (signal.aborted) return
    const next = describe()
    const isSame = JSON.stringify(next) === JSON.stringify(options)
    options = next
    if (!isSame) send(next)
  }

  function welcome(): void {
    const isFirst = !isHere
    isHere = true
    options = describe()
    send(options)
    tellView()
    tellFocus()
    if (isFirst) go(commentOfNewPage(host))
    hear()
  }

  function receive(message: ToPage): void {
    if (message.kind === 'here') welcome()
    else if (message.kind === 'height') box.setHeight(message)
    else if (message.kind === 'place') box.show(message)
    else if (message.name === 'soundoff:navigate') navigatePage(host, message, go)
    else dispatchMessage(host, message)
  }

  addEventListener(
    'message',
    (event) => {
      if (event.origin !== origin || event.source === null || event.source !== frame.contentWindow) return
      const message = readToPage(event.data)
      if (message) receive(message)
    },
    { signal },
  )
  addEventListener('focusin', tellFocus, { signal })
  addEventListener('hashchange', () => go(commentOfPage()), { signal })
  watchLook(host, draw, signal)
  return {
    update(next) {
      written = next
      // What a page sets together is one change: in between, its discussion may be one and the rest of another.
      if (!isDue) queueMicrotask(draw)
      isDue = true
    },
    arrived: heard,
    remove() {
      leaving.abort()
      box.remove()
    },
  }
}

/**
 * What the attributes say, for a document with another address, which does not know the language of this one: in it the discussion
 * is fetched at once, and in no further frame. Of what is too long for a message there is the beginning, and of addresses nothing.
 */
function forFrame(written: WrittenOptions, host: Element): WrittenOptions {
  const { maxDepth, ...options } = readOptions(written, pageHere())
  return {
    ...options,
    discussion: shortened(options.discussion),
    backend: unlessLong(options.backend),
    pageUrl: unlessLong(options.pageUrl),
    pageTitle: shortened(options.pageTitle),
    lang: shortened(options.lang ?? (tagAround(host) || null)),
    maxDepth: maxDepth === null ? null : String(maxDepth),
    loading: 'eager',
    isolation: null,
  }
}

function shortened(text: string | null): string | null {
  return text?.slice(0, MOST_LETTERS) ?? null
}

function unlessLong(address: string | null): string | null {
  return address !== null && address.length > MOST_LETTERS ? null : address
}

function pageHere() {
  return { url: location.href.replace(/#.*$/, ''), base: document.baseURI }
}
