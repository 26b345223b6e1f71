import { useEffect, useRef, type RefObject } from 'react'
import type { Draft } from '../drafts/draft.ts'

/** Where the selection of a field begins and ends. */
export function caretOf(field: HTMLTextAreaElement): [number, number] {
  return [field.selectionStart, field.selectionEnd]
}

/** Goes on where the writer was in the text, or at its end. */
export function useCaret({ body, caret }: Draft): RefObject<HTMLTextAreaElement | null> {
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const element = field.current
    if (!element || element.matches(':focus')) return
    const [start, end] = caret ?? [body.length, body.length]
    element.setSelectionRange(start, end)
  }, [body, caret])
  return field
}
