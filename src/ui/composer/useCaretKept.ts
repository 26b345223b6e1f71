import { useEffect, useEffectEvent, type RefObject } from 'react'
import type { Draft } from '../drafts/draft.ts'
import type { DraftChanges } from '../drafts/useDraft.ts'
import { caretOf } from './useCaret.ts'

/** Keeps the writer's place in the text when the field or the page is left; with every change it is kept anyhow. */
export function useCaretKept(
  field: RefObject<HTMLTextAreaElement | null>,
  draft: Draft,
  change: (changes: DraftChanges) => void,
): void {
  const keep = useEffectEvent((element: HTMLTextAreaElement) => {
    const place = caretOf(element)
    if (isMoved(draft, place)) change({ caret: place })
  })
  useEffect(() => {
    const element = field.current
    if (!element) return undefined
    const onBlur = () => keep(element)
    const onLeave = () => {
      if (element.matches(':focus')) keep(element)
    }
    element.addEventListener('blur', onBlur)
    addEventListener('pagehide', onLeave)
    document.addEventListener('visibilitychange', onLeave)
    return () => {
      element.removeEventListener('blur', onBlur)
      removeEventListener('pagehide', onLeave)
      document.removeEventListener('visibilitychange', onLeave)
    }
  }, [field])
}

function isMoved({ body, caret }: Draft, [start, end]: [number, number]): boolean {
  const [keptStart, keptEnd] = caret ?? [body.length, body.length]
  return start !== keptStart || end !== keptEnd
}
