import type { DiscussionId } from '../../domain/ids.ts'
import type { DeviceStorage } from '../parts/deviceStorage.ts'
import { DRAFT_PREFIX, isBare, parseDraft, partsOfName, type Draft, type Mode, type Target } from './draft.ts'

/** A draft in which something was written. */
export type Unfinished = { target: Target; mode: Mode; draft: Draft }

/** Which comments of one discussion have drafts in which something was written. */
export type DraftIndex = {
  has(target: string): boolean
  /** Calls the listener whenever the first draft of that comment comes or its last one goes. */
  subscribe(target: string, listener: () => void): () => void
  /** All of them, new threads apart, the one that was written last first; the same array until one of them changes. */
  list(): readonly Unfinished[]
  subscribeAll(listener: () => void): () => void
}

/** It listens to the device as long as anybody listens to it, and tells of a change right after what made it, as a key is to be answered first. */
export function createDraftIndex(device: DeviceStorage, discussionId: DiscussionId): DraftIndex {
  const prefix = `${DRAFT_PREFIX}${discussionId}:`
  let drafts: readonly Unfinished[] | null = null
  let targets = new Set<string>()
  let stop: (() => void) | null = null
  let isWaiting = false
  const ofTarget = new Map<string, Set<() => void>>()
  const ofAll = new Set<() => void>()

  function lookLater(): void {
    if (isWaiting) return
    isWaiting = true
    setTimeout(look)
  }

  function look(): readonly Unfinished[] {
    isWaiting = false
    const before = targets
    drafts = listUnfinished(device, prefix)
    targets = new Set(drafts.map(({ target }) => target))
    for (const target of new Set([...before, ...targets])) {
      if (before.has(target) !== targets.has(target)) ofTarget.get(target)?.forEach((listener) => listener())
    }
    ofAll.forEach((listener) => listener())
    return drafts
  }

  function listen(listeners: Set<() => void>, listener: () => void, forget: () => void): () => void {
    listeners.add(listener)
    if (stop === null) {
      look()
      stop = device.subscribeAll(prefix, lookLater)
    }
    return () => {
      listeners.delete(listener)
      if (listeners.size === 0) forget()
      if (ofTarget.size + ofAll.size > 0) return
      stop?.()
      stop = null
    }
  }

  return {
    has(target) {
      if (drafts === null) look()
      return targets.has(target)
    },
    subscribe(target, listener) {
      const listeners = ofTarget.get(target) ?? new Set()
      ofTarget.set(target, listeners)
      return listen(listeners, listener, () => ofTarget.delete(target))
    },
    list: () => drafts ?? look(),
    subscribeAll: (listener) => listen(ofAll, listener, () => {}),
  }
}

function listUnfinished(device: DeviceStorage, prefix: string): Unfinished[] {
  return device
    .list(prefix)
    .flatMap((name) => {
      const draft = parseDraft(device.read(name))
      const parts = partsOfName(name)
      return draft && parts && parts.mode !== 'new' && isUnfinished(draft) ? [{ ...parts, draft }] : []
    })
    .toSorted((a, b) => b.draft.stamp.at - a.draft.stamp.at)
}

function isUnfinished(draft: Draft): boolean {
  return !isBare(draft) || draft.others.length > 0
}
