import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { applyFormat } from './applyFormat.ts'
import { formatModifier, formatOfKeys, formats } from './formats.ts'
import type { FormatWords } from './formatWords.ts'
import styles from './FormatToolbar.module.css'

/**
 * Buttons that write Markdown into a field, and their keys in it. One stop for Tab, within which arrow keys, Home and End move
 * (WAI-ARIA Authoring Practices, toolbar). A press of a button leads back to the field.
 */
export function FormatToolbar({
  field,
  words,
}: {
  field: RefObject<HTMLTextAreaElement | null>
  words: FormatWords
}) {
  const toolbar = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState(0)
  useFormatKeys(field)

  function move(event: KeyboardEvent<HTMLButtonElement>) {
    const isLeftward = getComputedStyle(event.currentTarget).direction === 'rtl'
    const next = {
      ArrowRight: current + (isLeftward ? -1 : 1),
      ArrowLeft: current + (isLeftward ? 1 : -1),
      Home: 0,
      End: formats.length - 1,
    }[event.key]
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const index = (next + formats.length) % formats.length
    setCurrent(index)
    toolbar.current?.querySelectorAll('button')[index]?.focus()
  }

  const modifier = formatModifier()
  const shownModifier = modifier === 'Meta' ? '⌘' : `${words.control}+`
  return (
    <div ref={toolbar} role="toolbar" aria-label={words.toolbar} className={styles.toolbar}>
      {formats.map(({ name, format, key, icon }, index) => (
        <button
          key={name}
          type="button"
          className={styles.button}
          aria-label={words[name]}
          aria-keyshortcuts={key === null ? undefined : `${modifier}+${key.toUpperCase()}`}
          title={words[name] + (key === null ? '' : ` (${shownModifier}${key.toUpperCase()})`)}
          tabIndex={index === current ? 0 : -1}
          onFocus={() => setCurrent(index)}
          onKeyDown={move}
          // Or the field would lose its focus, and a telephone put its keyboard away.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => field.current && applyFormat(field.current, format)}
        >
          <svg viewBox="0 0 20 20" aria-hidden="true" className={styles.icon} data-icon={name}>
            <path d={icon} />
          </svg>
        </button>
      ))}
    </div>
  )
}

function useFormatKeys(field: RefObject<HTMLTextAreaElement | null>): void {
  useEffect(() => {
    const element = field.current
    if (!element) return undefined
    const onKey = (event: globalThis.KeyboardEvent) => {
      const format = formatOfKeys(event)
      if (!format) return
      event.preventDefault()
      applyFormat(element, format)
    }
    element.addEventListener('keydown', onKey)
    return () => element.removeEventListener('keydown', onKey)
  }, [field])
}
