import { useEffect, useRef, type RefObject } from 'react'
import type { Draft } from '../drafts/draft.ts'
import type { Composer } from './useComposer.ts'

/** Where the selection of a field begins and ends. */
export function caretOf(field: HTMLTextAreaElement): [number, number] {
  return [field.selectionStart, field.selectionEnd]
}

/**
 * Goes on where the writer was in the text, or at its end, and keeps that place: with every change, and when the field or the
 * page is left.
 */
export function useCaret({
  draft,
  change,
}: Pick<Composer, 'draft' | 'change'>): RefObject<HTMLTextAreaElement | null> {
  const field = useRef<HTMLTextAreaElement>(null)
  const latest = useRef({ draft, change })
  useEffect(() => {
    latest.current = { draft, change }
  })
  const { body, caret } = draft
  useEffect(() => {
    const element = field.current
    if (!element || element.matches(':focus')) return
    const [start, end] = caret ?? [body.length, body.length]
    element.setSelectionRange(start, end)
  }, [body, caret])
  useEffect(() => {
    const element = field.current
    if (!element) return undefined
    const keep = () => {
      const place = caretOf(element)
      if (isMoved(latest.current.draft, place)) latest.current.change({ caret: place })
    }
    const keepIfThere = () => {
      if (element.matches(':focus')) keep()
    }
    element.addEventListener('blur', keep)
    addEventListener('pagehide', keepIfThere)
    document.addEventListener('visibilitychange', keepIfThere)
    return () => {
      element.removeEventListener('blur', keep)
      removeEventListener('pagehide', keepIfThere)
      document.removeEventListener('visibilitychange', keepIfThere)
    }
  }, [])
  return field
}

function isMoved({ body, caret }: Draft, [start, end]: [number, number]): boolean {
  const [keptStart, keptEnd] = caret ?? [body.length, body.length]
  return start !== keptStart || end !== keptEnd
}
