import { useId, useLayoutEffect, useRef } from 'react'
import type { Comment } from '../../../domain/comment.ts'
import { useMessages } from '../../ambient.tsx'
import type { ThreadView } from '../../discussion/threadView.ts'
import { useFindingMessages } from '../../messages/useFindingMessages.ts'
import { rootOf } from '../../parts/focusWhenThere.ts'
import { lazyPart } from '../../parts/lazyPart.tsx'
import { labelName, shownName } from '../../parts/names.ts'
import { absoluteTime, relativeTime } from '../../parts/times.ts'
import { useMinute } from '../../parts/useMinute.ts'
import { isMuted, useMutes } from '../mute/mutes.ts'
import { beginningOf } from './beginningOf.ts'
import { placePreview } from './placePreview.ts'
import { previewsOf, type Previewed } from './previews.ts'
import styles from './MentionPreview.module.css'

const MarkdownBeginning = lazyPart(async () => {
  const { markdownText } = await import('../../markdown/markdownText.ts')
  return ({ text }: { text: string }) => beginningOf(markdownText(text))
})

/** Who is answered, when that was written, and how it begins, at the link that is pointed at or has focus. */
export function MentionPreview({
  previewed: { link },
  target,
  view,
}: {
  previewed: Previewed
  target: Comment
  view: ThreadView
}) {
  const messages = useMessages()
  const words = useFindingMessages()
  const { mutes } = useMutes()
  const id = useId()
  const card = useRef<HTMLDivElement>(null)
  const previews = previewsOf(view)
  useShownAt(card, link, id, previews.close)
  const { author, body, format, status } = target
  return (
    <div
      ref={card}
      id={id}
      role="tooltip"
      className={styles.preview}
      onPointerEnter={() => previews.stay()}
      onPointerLeave={() => previews.leave()}
    >
      {isMuted(mutes, author.name) ? (
        <p className={styles.text}>{words.mutedComment(labelName(author.name, messages))}</p>
      ) : (
        <>
          <p className={styles.head}>
            <bdi className={styles.name}>{shownName(author.name, messages)}</bdi> <When comment={target} />
          </p>
          <p className={styles.text} dir="auto">
            {status === 'deleted' ? (
              messages.deleted
            ) : body === '' ? (
              messages.noText
            ) : format === 'markdown' ? (
              <MarkdownBeginning text={body} meanwhile={beginningOf(body)} />
            ) : (
              beginningOf(body)
            )}
          </p>
        </>
      )}
    </div>
  )
}

function When({ comment: { createdAt } }: { comment: Comment }) {
  const { locale, justNow } = useMessages()
  const minute = useMinute()
  if (minute === null) return null
  return (
    <time dateTime={createdAt} className={styles.when}>
      {absoluteTime(createdAt, locale).date} · {relativeTime(createdAt, minute, locale) ?? justNow}
    </time>
  )
}

/** Above all else, at the link, which it describes; gone with the Escape key, and where there is no room for it any more. */
function useShownAt(
  card: { current: HTMLDivElement | null },
  link: HTMLAnchorElement,
  id: string,
  close: () => void,
): void {
  useLayoutEffect(() => {
    link.setAttribute('aria-describedby', id)
    return () => link.removeAttribute('aria-describedby')
  }, [link, id])
  useLayoutEffect(() => {
    const { current } = card
    if (!current) return undefined
    raise(current)
    const place = () => {
      if (!putAt(link, current)) close()
    }
    place()
    addEventListener('scroll', place, { capture: true, passive: true })
    addEventListener('resize', place)
    return () => {
      removeEventListener('scroll', place, { capture: true })
      removeEventListener('resize', place)
    }
  }, [card, link, close])
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      // It is this that is left, and nothing around it.
      event.preventDefault()
      event.stopPropagation()
      close()
    }
    addEventListener('keydown', onKey, { capture: true })
    return () => removeEventListener('keydown', onKey, { capture: true })
  }, [close])
}

/** Into the top layer; where a browser has none, its styles have it stand above. */
function raise(card: HTMLElement): void {
  if (typeof card.showPopover !== 'function') return
  card.setAttribute('popover', 'manual')
  card.showPopover()
}

/** Whether there is room for it. */
function putAt(link: Element, card: HTMLElement): boolean {
  if (!link.isConnected) return false
  const { width, height } = card.getBoundingClientRect()
  const focused = rootOf(link).activeElement
  const isAround = focused === null || focused === document.body || focused.contains(link)
  const found = placePreview(
    link.getBoundingClientRect(),
    { width, height },
    // Without the room that is kept for a scrollbar.
    { width: document.documentElement.offsetWidth, height: innerHeight },
    {
      focused: isAround ? null : focused.getBoundingClientRect(),
      isFromRight: getComputedStyle(link).direction === 'rtl',
    },
  )
  if (found === null) return false
  card.style.left = `${found.left}px`
  card.style.top = `${found.top}px`
  return true
}
