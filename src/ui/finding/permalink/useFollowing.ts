import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react'
import { problemOf } from '../../../api/problem.ts'
import { isId, type CommentId } from '../../../domain/ids.ts'
import { useAmbient } from '../../ambient.tsx'
import type { ThreadView } from '../../discussion/threadView.ts'
import type { Leading } from '../../discussion/usePermalink.ts'
import type { Threads } from '../../discussion/useThreads.ts'
import { useFindingMessages } from '../../messages/useFindingMessages.ts'
import { useAnnounce } from '../../parts/Announcer.tsx'
import { rootOf, type FocusMove } from '../../parts/focusWhenThere.ts'
import { isReturn } from '../../parts/isReturn.ts'
import { contextQuery, keepContext, pinContext, type Shelf } from './contexts.ts'
import { holdWhenFocused } from './holdWhenFocused.ts'
import { NOTICE_ID, type Trouble } from './PermalinkNotice.tsx'
import { commentOfAddress, useAlone } from './whereItLeads.ts'

/** Where the address leads to and nobody is yet. `from` is where focus has to be still when the comment comes; `null` moves none. */
type Led = { id: string; from: FocusMove['from'] | null }

/**
 * Follows the address when the discussion comes, unless focus is somewhere already, as where the browser itself has found
 * what it leads to, or the page is one that was left before; to a comment also when the address changes. Opens what is folded
 * above it, and loads what is not here. `place` is within the discussion.
 *
 * In a shadow root the address is that of the page around it: it leads to comments of this discussion only, and to none by whose
 * id the page has an element of its own; that there is none of that id at all is said where no other discussion may have it.
 */
export function useFollowing(
  leading: Leading,
  { nodes, order }: Threads,
  view: ThreadView,
  place: RefObject<HTMLElement | null>,
) {
  const { api } = useAmbient()
  const words = useFindingMessages()
  const announce = useAnnounce()
  const queryClient = useQueryClient()
  const isAlone = useAlone(place)
  const [led, setLed] = useState<Led | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const stopHolding = useRef(() => {})
  const discussionId = view.discussion.id

  const goTo = (id: string, from: FocusMove['from']) => {
    const comment = view.reveal(id)
    if (!comment || !place.current) return false
    stopHolding.current()
    view.requestFocus({ to: `comment-${id}`, from, scroll: 'start' })
    stopHolding.current = holdWhenFocused(rootOf(place.current), `comment-${id}`, () =>
      announce(words.linkedComment(comment.status)),
    )
    return true
  }

  const look = useEffectEvent((root: Document | ShadowRoot, isNew: boolean) => {
    const id = commentOfAddress(root)
    const hasReturned = isNew && isReturn()
    if (isNew && root === document && location.hash === '#discussion' && !hasReturned) {
      view.requestFocus({ to: 'discussion', from: [], scroll: 'start' })
    }
    setTrouble(null)
    setLed(null)
    if (id === null) return
    const folded = root.getElementById(`comment-${id}`)?.closest('[hidden]') ?? null
    if (nodes.byId.has(id as CommentId) && hasReturned) return
    if (!hasReturned && goTo(id, isNew ? [folded] : 'anywhere')) return
    setLed({ id, from: hasReturned ? null : isNew ? [] : [focusedIn(root)] })
  })
  useEffect(() => {
    if (!place.current) return undefined
    const root = rootOf(place.current)
    const leaving = new AbortController()
    const { signal } = leaving
    // What is around this hears of its threads only after it.
    queueMicrotask(() => signal.aborted || look(root, leading === 'from-start'))
    addEventListener('hashchange', () => look(root, false), { signal })
    return () => {
      leaving.abort()
      stopHolding.current()
    }
  }, [place, leading])

  const isHere = led !== null && nodes.byId.has(led.id as CommentId)
  const arrive = useEffectEvent(({ id, from }: Led) => {
    setLed(null)
    setTrouble(null)
    if (from) goTo(id, from)
  })
  const load = useEffectEvent(async ({ id, from }: Led, shelf: Shelf, signal: AbortSignal) => {
    const tells = isAlone()
    const say = (next: Trouble, text: string) => {
      if (!tells || signal.aborted) return
      setTrouble(next)
      announce(text)
    }
    try {
      if (pinContext(shelf, id)) return
      if (!isId<CommentId>(id)) throw new Error('No comment has such an id.')
      say({ kind: 'loading' }, words.loadingComment)
      const context = await queryClient.fetchQuery(contextQuery(api, discussionId, id))
      if (!signal.aborted && !keepContext(shelf, id, context))
        throw new Error('The comment is not in its context.')
    } catch (error) {
      const problem = problemOf(error)
      const isMissing = !isId(id) || problem.code === 'not-found'
      if (isMissing) say({ kind: 'missing' }, words.noSuchComment)
      else if (tells && !signal.aborted) setTrouble({ kind: 'failed', problem })
      if (tells && from) view.requestFocus({ to: NOTICE_ID, from, scroll: 'start' })
    }
  })
  useEffect(() => {
    if (!led) return undefined
    const leaving = new AbortController()
    const { signal } = leaving
    queueMicrotask(() => {
      if (signal.aborted) return
      if (isHere) arrive(led)
      else void load(led, { queryClient, api, discussionId, order }, signal)
    })
    return () => leaving.abort()
  }, [led, isHere, queryClient, api, discussionId, order])

  const stayPinned = useEffectEvent((shelf: Shelf) => {
    const id = place.current && commentOfAddress(rootOf(place.current))
    if (id && !nodes.byId.has(id as CommentId)) pinContext(shelf, id)
  })
  useEffect(
    () => stayPinned({ queryClient, api, discussionId, order }),
    [queryClient, api, discussionId, order],
  )

  return {
    trouble,
    tryAgain() {
      view.requestFocus({ to: NOTICE_ID, from: 'anywhere' })
      if (led) setLed({ ...led, from: [NOTICE_ID] })
    },
    close() {
      view.requestFocus({ to: 'discussion', from: [NOTICE_ID] })
      setTrouble(null)
      setLed(null)
    },
  }
}

/** `null` for the page as a whole, where everything would be within. */
function focusedIn(root: Document | ShadowRoot): Element | null {
  const focused = root.activeElement ?? document.activeElement
  return focused === document.body ? null : focused
}
