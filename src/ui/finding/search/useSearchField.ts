import { useEffectEvent, useLayoutEffect, useRef, type RefObject } from 'react'
import type { DiscussionId } from '../../../domain/ids.ts'
import { useAmbient } from '../../ambient.tsx'
import type { Step } from '../results/Results.tsx'
import { clearField, findField, searchName } from './searchField.ts'

/** How long nothing is typed before it is searched for, in milliseconds. */
const PAUSE_MS = 250

/**
 * Listens to the search field. What was typed before anybody listened counts; what the tab has kept over a reload stands there again, and is
 * searched for once its reader does something with it. Enter searches at once, or steps on where that is done; Escape
 * clears, and then gives focus back to where it came from.
 */
export function useSearchField(
  place: RefObject<HTMLElement | null>,
  discussionId: DiscussionId,
  { search, step }: { search: (words: string) => void; step: Step },
): void {
  const { tab } = useAmbient()
  const name = searchName(discussionId)
  const searched = useRef('')
  const timer = useRef(0)
  const cameFrom = useRef<HTMLElement | null>(null)

  const searchNow = useEffectEvent((text: string) => {
    clearTimeout(timer.current)
    if (text === searched.current) return
    searched.current = text
    search(text)
  })

  const onInput = useEffectEvent((field: HTMLInputElement) => {
    const text = field.value.trim()
    tab.write(name, field.value === '' ? null : field.value)
    clearTimeout(timer.current)
    if (text === '') searchNow(text)
    else timer.current = window.setTimeout(() => searchNow(text), PAUSE_MS)
  })

  const onKey = useEffectEvent((field: HTMLInputElement, event: KeyboardEvent) => {
    const text = field.value.trim()
    if (event.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      if (text !== searched.current) searchNow(text)
      else step(event.shiftKey ? -1 : 1)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      if (field.value !== '') clearField(place.current)
      else if (cameFrom.current?.isConnected) cameFrom.current.focus()
    }
  })

  const begin = useEffectEvent((field: HTMLInputElement) => {
    const kept = tab.read(name)
    if (field.value === '') field.value = kept ?? ''
    else if (field.value !== kept) onInput(field)
  })

  // As soon as it is to be seen that all is there.
  useLayoutEffect(() => {
    const { current: element } = place
    if (!element) return undefined
    const field = findField(element)
    if (field) begin(field)
    const listening = new AbortController()
    const listen = <Type extends 'input' | 'keydown' | 'focusin'>(
      type: Type,
      listener: (field: HTMLInputElement, event: HTMLElementEventMap[Type]) => void,
    ) =>
      element.addEventListener(
        type,
        (event) => {
          const found = findField(element)
          if (found !== null && event.target === found) listener(found, event)
        },
        { signal: listening.signal },
      )
    listen('input', onInput)
    listen('keydown', onKey)
    listen('focusin', (_, { relatedTarget }) => {
      if (relatedTarget instanceof HTMLElement) cameFrom.current = relatedTarget
    })
    return () => {
      listening.abort()
      clearTimeout(timer.current)
    }
  }, [place])
}
