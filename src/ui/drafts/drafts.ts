import { randomId, type CommentId } from '../../domain/ids.ts'
import { writeJson } from '../../domain/writeJson.ts'
import type { DeviceStorage } from '../parts/deviceStorage.ts'
import { DRAFT_PREFIX, parseDraft, type Draft, type Stamp } from './draft.ts'
import { bothReturned } from './returned.ts'

/** The drafts of this device as one tab reads and writes them. */
export type Drafts = {
  read(name: string): Draft | null
  /** What is written stands there at once, in every tab. Its `stamp` is that of the draft which its writer had before him. */
  write(name: string, draft: Draft): void
  /** Whether it was written last by this tab. */
  isOwn(name: string, draft: Draft): boolean
}

/**
 * Every draft is kept at each change. Where two tabs write the same one before either has seen what the other wrote, the later
 * keystroke stays, and the other text is added to its `others`, unless the text that stays holds it; the keys of both stay. `now` is in milliseconds since 1970.
 */
export function createDrafts(device: DeviceStorage, now: () => number = Date.now): Drafts {
  const tab: string = randomId<CommentId>()
  /** What this tab wrote last, until it has seen another tab go on from it. */
  const own = new Map<string, Draft>()
  let isListening = false

  function put(name: string, draft: Draft, written: Omit<Stamp, 'id'>): void {
    const stamp = { ...written, id: randomId<CommentId>() }
    own.set(name, { ...draft, stamp })
    device.write(name, writeJson({ ...draft, stamp }))
  }

  function isOwn(name: string, { stamp }: Draft): boolean {
    return own.get(name)?.stamp.id === stamp.id
  }

  function hear(name: string): void {
    const mine = own.get(name)
    const theirs = parseDraft(device.read(name))
    if (!mine || theirs?.stamp.id === mine.stamp.id) return
    own.delete(name)
    if (theirs === null || theirs.stamp.from === mine.stamp.id) return
    const later = isLater(mine, theirs) ? mine : theirs
    const others = textsBeside(later.body, [mine, theirs])
    const returned = bothReturned(later.returned, (later === mine ? theirs : mine).returned)
    const draft = { ...later, others, returned }
    if (isSame(draft, theirs)) return
    put(name, draft, { ...later.stamp, from: theirs.stamp.id })
  }

  return {
    read: (name) => parseDraft(device.read(name)),
    isOwn,
    write(name, draft) {
      if (!isListening) {
        isListening = true
        device.subscribeAll(DRAFT_PREFIX, (changed) =>
          (changed === null ? [...own.keys()] : [changed]).forEach(hear),
        )
      }
      const before = parseDraft(device.read(name))
      const isOurs = before !== null && isOwn(name, before)
      const isUnseen = before && !isOurs && before.stamp.id !== draft.stamp.id
      const others = isUnseen ? textsBeside(draft.body, [draft, before]) : draft.others
      const returned = isUnseen ? bothReturned(draft.returned, before.returned) : draft.returned
      const from = isOurs ? before.stamp.from : (before?.stamp.id ?? null)
      put(
        name,
        { ...draft, others, returned },
        { at: Math.max(now(), (before?.stamp.at ?? 0) + 1), tab, from },
      )
    },
  }
}

/** All texts of both drafts that `body` does not hold, each once, in an order of their own. */
function textsBeside(body: string, drafts: readonly Draft[]): string[] {
  const texts = drafts.flatMap((draft) => [draft.body, ...draft.others])
  return [...new Set(texts)].filter((text) => !body.includes(text.trim())).toSorted()
}

function isSame(a: Draft, b: Draft): boolean {
  const parts = [a, b].map(({ body, others, returned }) => writeJson([body, others, returned]))
  return parts[0] === parts[1]
}

function isLater({ stamp: a }: Draft, { stamp: b }: Draft): boolean {
  return a.at === b.at ? a.tab > b.tab : a.at > b.at
}
