import { useId, useState } from 'react'
import type { WaitingComment } from '../api/moderating.ts'
import { reasonFault } from '../domain/moderation.ts'
import type { WritingFault } from '../domain/writing.ts'
import { useAmbient } from '../ui/ambient.tsx'
import { useStored } from '../ui/parts/useStored.ts'
import { keyOf } from './queueCache.ts'
import { reasonName } from './reasonDraft.ts'

export type Reason = {
  text: string
  change(text: string): void
  /** Of the text as it would be sent. */
  fault: WritingFault | null
  /** Whether what is wrong is told, as it was to be sent. */
  isFaultTold: boolean
  tellFault(): void
  isOpen: boolean
  setOpen(isOpen: boolean): void
  fieldId: string
}

/** The reason for which a comment may be rejected: kept on the device until it is. One that was begun is seen at once. */
export function useReason(item: WaitingComment): Reason {
  const { device } = useAmbient()
  const fieldId = useId()
  const [stored, store] = useStored(device, reasonName(keyOf(item)))
  const [isOpen, setOpen] = useState(stored !== null)
  const [isFaultTold, setFaultTold] = useState(false)
  const text = stored ?? ''
  const fault = reasonFault(text)
  return {
    text,
    change(next) {
      if (reasonFault(next) === null) setFaultTold(false)
      store(next === '' ? null : next)
    },
    fault,
    isFaultTold,
    tellFault: () => setFaultTold(true),
    isOpen,
    setOpen,
    fieldId,
  }
}
