import { dispatchEmbedEvent } from './embedEvents.ts'
import type { WrittenOptions } from './options.ts'
import { readUrl } from './readBackend.ts'

const PERMALINK = /^#comment-(.+)$/

/**
 * Goes to a permalink by the fragment of the page's own address, which a `<base>` of the page would lead elsewhere; the page may
 * cancel that (`soundoff:navigate`). Who copies one, or opens it in a tab of its own, has that address, too. Gives the way to stop.
 */
export function followLinks(
  host: HTMLElement,
  place: HTMLElement,
  written: () => WrittenOptions,
): () => void {
  const stopping = new AbortController()
  const { signal } = stopping
  place.addEventListener(
    'click',
    (event) => {
      const { hash, commentId } = findPermalink(event) ?? {}
      if (hash === undefined || commentId === undefined || event.defaultPrevented) return
      if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      const discussionId = written().discussion?.trim() ?? ''
      const url = pageAddress() + hash
      if (!dispatchEmbedEvent(host, 'soundoff:navigate', { discussionId, commentId, url })) return
      if (location.hash === hash)
        dispatchEvent(new HashChangeEvent('hashchange', { oldURL: location.href, newURL: location.href }))
      else location.hash = hash
    },
    { signal },
  )
  const onReach = (event: Event) => spellOut(event, written())
  for (const type of ['pointerover', 'focusin']) place.addEventListener(type, onReach, { signal })
  return () => stopping.abort()
}

/** What links were before they were spelled out, by what they are since. */
const spelled = new WeakMap<Element, { href: string; hash: string }>()

/**
 * When somebody comes to it, as the address of the page may have changed since it was drawn. It is right already where the base is
 * what the discussion has as its page, as in a frame, whose own address leads nowhere.
 */
function spellOut(event: Event, { pageUrl }: WrittenOptions): void {
  const { link, hash } = findPermalink(event) ?? {}
  const base = withoutHash(document.baseURI)
  if (!link || hash === undefined || base === pageAddress()) return
  if (base === withoutHash(readUrl(pageUrl, base) ?? '')) return
  const href = pageAddress() + hash
  link.setAttribute('href', href)
  spelled.set(link, { href, hash })
}

function findPermalink({ target }: Event): { link: Element; hash: string; commentId: string } | null {
  const link = target instanceof Element ? target.closest('a') : null
  if (!link) return null
  const href = link.getAttribute('href') ?? ''
  const before = spelled.get(link)
  const [hash, commentId] = PERMALINK.exec(before?.href === href ? before.hash : href) ?? []
  return hash === undefined || commentId === undefined ? null : { link, hash, commentId }
}

function pageAddress(): string {
  return withoutHash(location.href)
}

function withoutHash(address: string): string {
  return address.replace(/#.*$/, '')
}
