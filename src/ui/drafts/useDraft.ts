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
  const draft = asOf(kept, about)
  const change = (changes: DraftChanges) => {
    const stored = drafts.read(name)
    // What another tab wrote, and nobody has seen here yet, is not what is gone on from.
    const before = asOf(stored && drafts.isOwn(name, stored) ? stored : kept, about)
    drafts.write(name, { ...before, about: isBare(before) ? about : before.about, ...changes })
  }
  return { draft, change, isKept: useKept(device, name) }
}

/** The draft as it stands; one in which nothing was written begins as what it is about is now. */
function asOf(kept: Draft | null, about: About | null): Draft {
  if (kept === null) return emptyDraft(about)
  if (about === null || !isBare(kept) || kept.about?.beginning === about.beginning) return kept
  return { ...kept, about, body: about.beginning, format: about.format, caret: null }
}
