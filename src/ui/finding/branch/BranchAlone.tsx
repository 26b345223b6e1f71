import { useEffect, useEffectEvent, useLayoutEffect, useRef, type RefObject } from 'react'
import { ancestorsOf } from '../../../domain/thread.ts'
import type { ThreadView } from '../../discussion/threadView.ts'
import type { Threads } from '../../discussion/useThreads.ts'
import { useMessages } from '../../ambient.tsx'
import { useFindingMessages } from '../../messages/useFindingMessages.ts'
import { useAnnounce } from '../../parts/Announcer.tsx'
import { isFocusNowhere, rootOf } from '../../parts/focusWhenThere.ts'
import { labelName } from '../../parts/names.ts'
import { BranchBar } from './BranchBar.tsx'
import { goBack } from './goBack.ts'
import { isOutside, markWay } from './markWay.ts'
import { shownBranch, showBranch, type ShownBranch } from './shownBranch.ts'

type Place = RefObject<HTMLElement | null>

/**
 * One branch alone, below what it answers: nothing else is drawn anew or taken away, but it is hidden, for screen readers and
 * find-in-page too. Whoever is led elsewhere sees the whole discussion first.
 */
export function BranchAlone({
  shown,
  threads,
  view,
  place,
}: {
  shown: ShownBranch
  threads: Threads
  view: ThreadView
  place: Place
}) {
  const messages = useMessages()
  const words = useFindingMessages()
  const announce = useAnnounce()
  const bar = useRef<HTMLElement>(null)
  const find = (id: ShownBranch['id']) => threads.nodes.byId.get(id)?.comment
  const comment = find(shown.id)

  function leave() {
    shownBranch(view).write(null)
    if (place.current) markWay(place.current, null)
    announce(words.wholeDiscussion)
  }

  function back() {
    leave()
    if (place.current) goBack(shown.origin, place.current)
  }

  // Each time, as what is drawn may have been drawn anew elsewhere.
  useLayoutEffect(() => {
    if (place.current) markWay(place.current, itemOf(place.current, shown.id))
  })
  useLayoutEffect(() => {
    const { current } = place
    return () => {
      if (current) markWay(current, null)
    }
  }, [place])
  const onBegin = useEffectEvent(() => {
    if (!place.current || !comment) return
    const article = itemOf(place.current, shown.id)?.querySelector<HTMLElement>('article')
    article?.focus({ preventScroll: true })
    bar.current?.scrollIntoView({ block: 'start' })
    announce(words.onlyBranchOf(labelName(comment.author.name, messages)))
  })
  useEffect(() => onBegin(), [])
  useEscape(place, back)
  useLedOutside(place, leave)

  if (!comment) return null
  return (
    <BranchBar
      bar={bar}
      comment={comment}
      ancestors={ancestorsOf(comment, find)}
      onWiden={(id) => showBranch(view, id, shown.origin)}
      onBack={back}
    />
  )
}

function itemOf(place: Element, id: string): Element | null {
  return rootOf(place).getElementById(`comment-${id}`)?.closest('li') ?? null
}

/** Before focus is moved to what is hidden, or a link leads there. */
function useLedOutside(place: Place, leave: () => void): void {
  const onLed = useEffectEvent((target: Element | null) => {
    if (target && place.current && isOutside(target, place.current)) leave()
  })
  useEffect(() => {
    const { current } = place
    if (!current) return undefined
    const root = rootOf(current)
    const onFocus = ({ target }: Event) => onLed(target instanceof Element ? target : null)
    const onClick = ({ target }: Event) => {
      const link = target instanceof Element ? target.closest('a') : null
      if (link?.hash.startsWith('#comment-')) onLed(root.getElementById(link.hash.slice(1)))
    }
    current.addEventListener('beforefocus', onFocus)
    // Before the browser goes there.
    root.addEventListener('click', onClick)
    return () => {
      current.removeEventListener('beforefocus', onFocus)
      root.removeEventListener('click', onClick)
    }
  }, [place])
}

/** Not where somebody writes, nor where something else is left with that key; in another discussion neither. */
function useEscape(place: Place, leave: () => void): void {
  const onEscape = useEffectEvent(leave)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { current } = place
      const [target] = event.composedPath()
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || !current) return
      if (!(target instanceof Element) || target.closest('input, textarea, select, dialog, [popover]')) return
      const root = rootOf(current)
      if (isFocusNowhere(root) || current.contains(root.activeElement)) onEscape()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [place])
}
