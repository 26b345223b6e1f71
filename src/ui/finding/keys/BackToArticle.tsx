import { useSyncExternalStore, type RefObject } from 'react'
import { createPortal } from 'react-dom'
import { useFindingMessages } from '../../messages/useFindingMessages.ts'
import styles from './KeysAndDisplay.module.css'

/** The way from the end of the discussion back to the title of the article above it, in our own page; there is none in somebody's. */
export function BackToArticle({ place }: { place: RefObject<HTMLElement | null> }) {
  const words = useFindingMessages()
  const title = useSyncExternalStore(
    () => () => {},
    () => findTitle(place.current),
    () => null,
  )
  const end = title?.closest('main')?.querySelector('#discussion')
  if (!title || !end) return null
  return createPortal(
    <a
      className={styles.back}
      href={`#${title.id}`}
      onClick={(event) => {
        event.preventDefault()
        goTo(findTitle(place.current))
      }}
    >
      {words.backToArticle}
    </a>,
    end,
  )
}

function findTitle(place: Element | null): HTMLElement | null {
  return place?.closest('main')?.querySelector<HTMLElement>('article h1[id]') ?? null
}

function goTo(title: HTMLElement | null): void {
  if (!title) return
  title.tabIndex = -1
  title.focus()
  title.scrollIntoView({ block: 'start' })
}
