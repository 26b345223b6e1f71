import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { BODY_LIMIT, codePoints, normaliseBody } from '../../domain/writing.ts'
import { useMessages } from '../ambient.tsx'
import controls from '../parts/controls.module.css'
import { useHydrated } from '../parts/useHydrated.ts'
import { faultText } from './faultText.ts'
import { Field } from './Field.tsx'
import { NameField } from './NameField.tsx'
import { RefusedNotice } from './RefusedNotice.tsx'
import type { Composer } from './useComposer.ts'
import styles from './ComposerForm.module.css'

/** How many code points before the limit the counter shows. */
const COUNTER_FROM = 500

type Words = { title: string; text: string; submit: string }

/**
 * The form of a composer. While its text is on its way it is empty and cannot be written in; if it is refused, the
 * text is in it again, with the reason.
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
  // Until then the browser itself would send the form, and leave the page for it.
  const isHydrated = useHydrated()
  const { delivery, faults } = composer
  const isBusy = delivery.step === 'sending' || delivery.step === 'waiting-for-network'

  function submit() {
    if (isBusy) return
    if (composer.submit()) return
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }

  function submitByKey(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
    event.preventDefault()
    submit()
  }

  const left = BODY_LIMIT - codePoints(normaliseBody(composer.body))
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
      <NameField
        composer={composer}
        asksAlways={asksNameAlways}
        isBusy={isBusy}
        onEnter={() => form.current?.querySelector('textarea')?.focus()}
      />
      <Field
        id={composer.ids.text}
        label={words.text}
        fault={faults.body && faultText(faults.body, messages.bodyFaults)}
        note={left <= COUNTER_FROM && !isBusy ? messages.charactersLeft(left) : null}
      >
        {(attributes) => (
          <textarea
            {...attributes}
            className={`${controls.field} ${styles.text}`}
            rows={3}
            dir="auto"
            autoComplete="off"
            onKeyDown={submitByKey}
            disabled={isBusy}
            placeholder={isBusy ? messages.sending : undefined}
            value={isBusy ? '' : composer.body}
            onChange={(event) => composer.setBody(event.target.value)}
          />
        )}
      </Field>
      {delivery.step === 'refused' && (
        <RefusedNotice problem={delivery.problem} isAsSent={composer.isAsSent} onTryAgain={submit} />
      )}
      <div className={styles.actions}>
        <button type="submit" className={controls.primary} aria-disabled={isBusy} disabled={!isHydrated}>
          {words.submit}
        </button>
        {actions}
        <span className={styles.keys}>{messages.sendKeys(isHydrated ? sendKey() : 'Ctrl')}</span>
        <span className={styles.hint}>
          {composer.isDraftKept ? messages.draftKept : <strong>{messages.draftNotKept}</strong>}
        </span>
      </div>
      {children}
    </form>
  )
}

/** The key that sends together with Enter, as it is written on the reader's keyboard. */
function sendKey(): string {
  return /Mac|iP(hone|ad|od)/.test(navigator.platform) ? '⌘' : 'Ctrl'
}
