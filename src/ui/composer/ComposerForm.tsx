import { startTransition, useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { useMessages } from '../ambient.tsx'
import { isBare } from '../drafts/draft.ts'
import { useAnnounce } from '../parts/Announcer.tsx'
import controls from '../parts/controls.module.css'
import { lazyPart } from '../parts/lazyPart.tsx'
import { useHydrated } from '../parts/useHydrated.ts'
import { DraftHint } from './DraftHint.tsx'
import { goToFault } from './Field.tsx'
import { NameField } from './NameField.tsx'
import { TextField } from './TextField.tsx'
import { useCaret } from './useCaret.ts'
import type { Composer } from './useComposer.ts'
import styles from './ComposerForm.module.css'

/** Most readers never write. */
const ReturnedNotice = lazyPart(async () => (await import('./ReturnedNotice.tsx')).ReturnedNotice)
const WritingTools = lazyPart(async () => (await import('./WritingTools.tsx')).WritingTools)

/** How long what helps to write waits when a form is come to: fetched and drawn with it, it would hold up the form itself. */
const TOOLS_WAIT_MS = 120

type Words = { title: string; text: string; submit: string }

/**
 * The form of a composer. What is sent leaves it for the threads; what comes back stands in it again, with the reason.
 */
export function ComposerForm({
  composer,
  words,
  asksNameAlways,
  actions,
  children,
}: {
  composer: Composer
  words: Words
  asksNameAlways: boolean
  actions?: ReactNode
  children?: ReactNode
}) {
  const messages = useMessages()
  const announce = useAnnounce()
  const titleId = useId()
  const form = useRef<HTMLFormElement>(null)
  const field = useCaret(composer.draft)
  const [isTouched, setTouched] = useState(false)
  const [drawnAt] = useState(() => performance.now())
  const toCome = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(
    () => () => {
      clearTimeout(toCome.current)
      toCome.current = undefined
    },
    [],
  )
  // Until then the browser itself would send the form, and leave the page for it.
  const isHydrated = useHydrated()
  const { draft, faults, returned } = composer
  if (!isTouched && (returned || draft.others.length > 0)) setTouched(true)

  function submit() {
    if (!composer.submit()) goToFault(form.current, announce)
  }

  return (
    <form
      ref={form}
      id={composer.ids.form}
      className={styles.form}
      aria-labelledby={titleId}
      data-scripted
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <h3 id={titleId} className={styles.title}>
        {words.title}
      </h3>
      <NameField composer={composer} asksAlways={asksNameAlways} onEnter={() => field.current?.focus()} />
      <TextField
        composer={composer}
        label={words.text}
        fault={faults.body}
        field={field}
        onSend={submit}
        onTouch={({ timeStamp }) => {
          // Who was in the field before scripts ran did not come to it since, and nothing is to move then.
          if (isTouched || timeStamp <= drawnAt) return
          toCome.current ??= setTimeout(() => startTransition(() => setTouched(true)), TOOLS_WAIT_MS)
        }}
      />
      {returned && !isBare(draft) && (
        <ReturnedNotice entry={returned} isAsSent={composer.isAsSent} onTryAgain={submit} />
      )}
      <div className={styles.actions}>
        <button type="submit" className={controls.primary} disabled={!isHydrated}>
          {words.submit}
        </button>
        {actions}
        <span className={styles.keys}>{messages.sendKeys(isHydrated ? sendKey() : 'Ctrl')}</span>
        <DraftHint isKept={composer.isDraftKept} />
      </div>
      {isTouched && <WritingTools composer={composer} field={field} />}
      {children}
    </form>
  )
}

/** The key that sends together with Enter, as it is written on the reader's keyboard. */
function sendKey(): string {
  return /Mac|iP(hone|ad|od)/.test(navigator.platform) ? '⌘' : 'Ctrl'
}
