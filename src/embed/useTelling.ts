import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef } from 'react'
import { problemOf } from '../api/problem.ts'
import type { DiscussionId, IdempotencyKey } from '../domain/ids.ts'
import type { Order } from '../domain/order.ts'
import { useAmbient } from '../ui/ambient.tsx'
import { DRAFT_PREFIX, isBare, parseDraft, partsOfName } from '../ui/drafts/draft.ts'
import type { Entry } from '../ui/outbox/entry.ts'
import { countLabel } from '../ui/messages/countLabel.ts'
import { arrivalsQuery, commentsQuery, discussionQuery } from '../ui/queries.ts'
import { dispatchEmbedEvent } from './embedEvents.ts'

export type Told = {
  discussionId: DiscussionId
  /** The base of the contract, or `browser`. */
  backend: string
  /** The one that it begins with. */
  order: Order
  /** Whether the comment of that key was sent from this page, and not from another tab. */
  isSentHere: (key: IdempotencyKey) => boolean
}

/** Tells the page around the element what becomes of the discussion (`EmbedEvents`). */
export function useTelling(host: EventTarget, { discussionId, backend, order, isSentHere }: Told): void {
  const { api, outbox, device, messages } = useAmbient()
  // What the discussion asks for is looked at here, and not asked for again.
  const discussion = useQuery({ ...discussionQuery(api, discussionId), enabled: false })
  const comments = useInfiniteQuery({ ...commentsQuery(api, discussionId, order), enabled: false })
  const { added, missed } = useQuery(arrivalsQuery(discussionId)).data
  const isReady = discussion.data !== undefined && comments.data !== undefined
  const later = added.filter(({ sequence }) => sequence > (discussion.data?.version ?? 0))
  const count = missed?.total ?? (discussion.data?.count ?? 0) + later.length
  const failure = discussion.error ?? (comments.data ? null : comments.error)
  const code = failure && problemOf(failure).code
  const told = useRef(new Set<string>())

  const wasReady = useRef(false)
  const saidLast = useRef<string | null>(null)

  const tellReady = useEffectEvent(() => dispatchEmbedEvent(host, 'soundoff:ready', { discussionId, count }))
  useEffect(() => {
    // Comments in another order are other ones to ask for.
    if (!isReady || wasReady.current) return
    wasReady.current = true
    tellReady()
  }, [isReady])
  useEffect(() => {
    const text = countLabel(count, messages.locale)
    if (!isReady || saidLast.current === text) return
    saidLast.current = text
    dispatchEmbedEvent(host, 'soundoff:count', { discussionId, count, text, backend })
  }, [isReady, count, messages, host, discussionId, backend])
  useEffect(() => {
    if (code) dispatchEmbedEvent(host, 'soundoff:failed', { discussionId, doing: 'loading', code })
  }, [code, host, discussionId])

  useEffect(() => {
    const findNew = () =>
      outbox.list(discussionId).filter(({ key, state }) => {
        const isNew = !told.current.has(key + state.step)
        told.current.add(key + state.step)
        return isNew && isSentHere(key)
      })
    const look = () => findNew().forEach(tellOutcome)
    // What was so before it came here.
    findNew()
    const tellOutcome = ({ state }: Entry) => {
      if (state.step === 'posted' || state.step === 'held') {
        const { id, parentId, status } = state.comment
        dispatchEmbedEvent(host, 'soundoff:posted', { discussionId, commentId: id, parentId, status })
      } else if (state.step === 'refused' || state.step === 'stalled') {
        dispatchEmbedEvent(host, 'soundoff:failed', {
          discussionId,
          doing: 'posting',
          code: state.problem.code,
        })
      }
    }
    return outbox.subscribe(look)
  }, [outbox, discussionId, host, isSentHere])

  useEffect(() => {
    const prefix = `${DRAFT_PREFIX}${discussionId}:`
    const unfinished = new Set<string>()
    const look = (name: string) => {
      const draft = parseDraft(device.read(name))
      const isUnfinished = draft !== null && !isBare(draft)
      if (unfinished.has(name) === isUnfinished) return
      if (isUnfinished) unfinished.add(name)
      else unfinished.delete(name)
      const target = partsOfName(name)?.target
      if (!target) return
      const commentId = target === 'new' ? null : target
      dispatchEmbedEvent(host, 'soundoff:draft', { discussionId, commentId, isUnfinished })
    }
    device.list(prefix).forEach(look)
    return device.subscribeAll(prefix, (name) => (name === null ? device.list(prefix) : [name]).forEach(look))
  }, [device, discussionId, host])
}
