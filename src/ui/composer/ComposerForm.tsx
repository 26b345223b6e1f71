import { startTransition, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { BODY_LIMIT, codePoints, normaliseBody } from '../../domain/writing.ts'
import { useMessages } from '../ambient.tsx'
import { isBare } from '../drafts/draft.ts'
import controls from '../parts/controls.module.css'
import { lazyPart } from '../parts/lazyPart.tsx'
import { useHydrated } from '../parts/useHydrated.ts'
import { faultText } from './faultText.ts'
import { Field } from './Field.tsx'
import { NameField } from './NameField.tsx'
import { ReturnedNotice } from './ReturnedNotice.tsx'
import { caretOf, useCaret } from './useCaret.ts'
import type { Composer } from './useComposer.ts'
import styles from './ComposerForm.module.css'

/** How many code points before the limit the counter shows. */
const COUNTER_FROM = 500

/** Most readers never write. */
const NameWarning = lazyPart(async () => (await import('./NameWarning.tsx')).NameWarning)
const WritingTools = lazyPart(async () => (await import('./WritingTools.tsx')).WritingTools)

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
  const titleId = useId()
  const form = useRef<HTMLFormElement>(null)
  const field = useCaret(composer)
  const [isTouched, setTouched] = useState(false)
  const [drawnAt] = useState(() => performance.now())
  // Until then the browser itself would send the form, and leave the page for it.
  const isHydrated = useHydrated()
  const { draft, faults, returned } = composer

  function submit() {
    if (composer.submit()) return
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }

  function submitByKey(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
    event.preventDefault()
    submit()
  }

  const left = BODY_LIMIT - codePoints(normaliseBody(draft.body))
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
      <Field
        id={composer.ids.text}
        label={words.text}
        fault={faults.body && faultText(faults.body, messages.bodyFaults)}
        note={left <= COUNTER_FROM ? messages.charactersLeft(left) : null}
      >
        {(attributes) => (
          <textarea
            {...attributes}
            ref={field}
            className={`${controls.field} ${styles.text}`}
            rows={3}
            dir="auto"
            autoComplete="off"
            onKeyDown={(event) => {
              // Who was in the field before scripts ran did not come to it since.
              if (!isTouched) startTransition(() => setTouched(true))
              submitByKey(event)
            }}
            onFocus={({ timeStamp }) => {
              // One from before scripts ran is told late, and nothing is to move then.
              if (timeStamp > drawnAt) startTransition(() => setTouched(true))
            }}
            value={draft.body}
            onChange={({ target }) => composer.change({ body: target.value, caret: caretOf(target) })}
          />
        )}
      </Field>
      {returned && !isBare(draft) && (
        <ReturnedNotice entry={returned} isAsSent={composer.isAsSent} onTryAgain={submit} />
      )}
      <div className={styles.actions}>
        <button type="submit" className={controls.primary} disabled={!isHydrated}>
          {words.submit}
        </button>
        {actions}
        <span className={styles.keys}>{messages.sendKeys(isHydrated ? sendKey() : 'Ctrl')}</span>
        <span className={styles.hint}>
          {composer.isDraftKept ? messages.draftKept : <strong>{messages.draftNotKept}</strong>}
        </span>
      </div>
      {(isTouched || draft.others.length > 0) && (
        <WritingTools
          composer={composer}
          warning={<NameWarning name={composer.name} discussionId={composer.discussionId} />}
          field={field}
        />
      )}
      {children}
    </form>
  )
}

/** The key that sends together with Enter, as it is written on the reader's keyboard. */
function sendKey(): string {
  return /Mac|iP(hone|ad|od)/.test(navigator.platform) ? '⌘' : 'Ctrl'
}
