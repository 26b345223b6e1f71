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

export function createDraftIndex(device: DeviceStorage, discussionId: DiscussionId): DraftIndex {
  const prefix = `${DRAFT_PREFIX}${discussionId}:`
  let drafts: readonly Unfinished[] = []
  let targets = new Set<string>()
  const listeners = new Map<string, Set<() => void>>()
  let isListening = false

  function look(): void {
    const before = targets
    drafts = listUnfinished(device, prefix)
    targets = new Set(drafts.map(({ target }) => target))
    for (const target of new Set([...before, ...targets])) {
      if (before.has(target) !== targets.has(target)) listeners.get(target)?.forEach((listener) => listener())
    }
  }

  function begin(): void {
    if (isListening) return
    isListening = true
    look()
    device.subscribeAll(prefix, look)
  }

  return {
    has(target) {
      begin()
      return targets.has(target)
    },
    subscribe(target, listener) {
      begin()
      const ofThis = listeners.get(target) ?? new Set()
      listeners.set(target, ofThis.add(listener))
      return () => void ofThis.delete(listener)
    },
    list() {
      begin()
      return drafts
    },
    subscribeAll(listener) {
      begin()
      return device.subscribeAll(prefix, listener)
    },
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
