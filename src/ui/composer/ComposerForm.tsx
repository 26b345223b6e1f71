import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { BODY_LIMIT, codePoints } from '../../domain/writing.ts'
import { useMessages } from '../ambient.tsx'
import controls from '../parts/controls.module.css'
import { isFocusLost, rootOf } from '../parts/focusWhenThere.ts'
import { faultText } from './faultText.ts'
import { Field } from './Field.tsx'
import { NameField } from './NameField.tsx'
import { RefusedNotice } from './RefusedNotice.tsx'
import type { SentPost } from './delivery.ts'
import type { Composer } from './useComposer.ts'
import styles from './ComposerForm.module.css'

/** How many code points before the limit the counter shows. */
const COUNTER_FROM = 500

type Words = { title: string; text: string; submit: string; textId: string }

/**
 * The form of a composer. While its text is on its way it is empty and cannot be written in; if it is refused, the
 * text is in it again, with the reason. `onSent` is told what was sent, and the form.
 */
export function ComposerForm({
  composer,
  words,
  asksNameAlways,
  onSent,
  actions,
  children,
}: {
  composer: Composer
  words: Words
  asksNameAlways: boolean
  onSent: (post: SentPost, form: Element | null) => void
  actions?: ReactNode
  children?: ReactNode
}) {
  const messages = useMessages()
  const titleId = useId()
  const form = useRef<HTMLFormElement>(null)
  const { delivery, faults } = composer
  const isBusy = delivery.step === 'sending' || delivery.step === 'waiting-for-network'
  useFocusWhenRefused(form, delivery.step === 'refused')

  function submit() {
    if (isBusy) return
    const post = composer.submit()
    if (post) onSent(post, form.current)
    else
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }

  function submitByKey(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
    event.preventDefault()
    submit()
  }

  const left = BODY_LIMIT - codePoints(composer.body)
  return (
    <form
      ref={form}
      className={styles.form}
      aria-labelledby={titleId}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <h3 id={titleId} className={styles.title}>
        {words.title}
      </h3>
      <NameField composer={composer} asksAlways={asksNameAlways} isBusy={isBusy} />
      <Field
        id={words.textId}
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
            onKeyDown={submitByKey}
            readOnly={isBusy}
            value={isBusy ? '' : composer.body}
            onChange={(event) => composer.setBody(event.target.value)}
          />
        )}
      </Field>
      {delivery.step === 'refused' && <RefusedNotice problem={delivery.problem} onTryAgain={submit} />}
      <div className={styles.actions}>
        <button type="submit" className={controls.primary} aria-disabled={isBusy}>
          {words.submit}
        </button>
        {actions}
        <span className={styles.hint}>
          {composer.isDraftKept ? messages.draftKept : <strong>{messages.draftNotKept}</strong>}
        </span>
      </div>
      {children}
    </form>
  )
}

function useFocusWhenRefused(form: RefObject<HTMLFormElement | null>, isRefused: boolean) {
  useEffect(() => {
    if (!isRefused || !form.current || !isFocusLost(rootOf(form.current))) return
    form.current.querySelector('textarea')?.focus()
  }, [form, isRefused])
}
