import { useMemo } from 'react'
import { useAmbient } from '../ambient.tsx'
import { useKept } from '../parts/useKept.ts'
import { useStored } from '../parts/useStored.ts'
import { emptyDraft, isBare, parseDraft, type About, type Draft } from './draft.ts'

/** How long a discarded text can be had back, in milliseconds. */
export const UNDO_MS = 8_000

export type DraftChanges = Partial<Omit<Draft, 'stamp'>>

/**
 * The draft of that name, kept on the device at every change, and the same in every tab. Where nothing is kept it is as it
 * begins. `about` is whose comment it is about.
 */
export function useDraft(name: string, about: About | null) {
  const { device, drafts } = useAmbient()
  const [text] = useStored(device, name)
  const kept = useMemo(() => parseDraft(text), [text])
  const draft = kept ?? emptyDraft(about)
  const change = (changes: DraftChanges) => {
    const stored = drafts.read(name)
    // What another tab wrote, and nobody has seen here yet, is not what is gone on from.
    const before = stored && drafts.isOwn(name, stored) ? stored : kept
    const begun = before === null || isBare(before) ? about : before.about
    const next = { ...(before ?? emptyDraft(about)), about: begun, ...changes }
    // Of a text that was removed nothing is left to be sent again.
    drafts.write(name, next.body.trim() === '' ? { ...next, returned: null } : next)
  }
  return { draft, change, isKept: useKept(device, name) }
}
