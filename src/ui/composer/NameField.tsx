import { useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { nameFault } from '../../domain/writing.ts'
import { useMessages } from '../ambient.tsx'
import controls from '../parts/controls.module.css'
import { faultText } from './faultText.ts'
import { Field } from './Field.tsx'
import type { Composer } from './useComposer.ts'
import styles from './ComposerForm.module.css'

/** Asks for the writer's name: always, or only until it is known, and then offers to change it. */
export function NameField({
  composer: { name, setName, faults },
  asksAlways,
  onEnter,
}: {
  composer: Composer
  asksAlways: boolean
  /** Called in place of the sending that Enter in a field does, as there is no taking back. */
  onEnter: () => void
}) {
  const messages = useMessages()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [asks, setAsks] = useState(asksAlways)
  // From then on it is asked for while it is written.
  if (!asks && nameFault(name) !== null) setAsks(true)
  if (!asks) {
    return (
      <p className={styles.postingAs}>
        <bdi>{messages.postingAs(name)}</bdi>
        <button
          type="button"
          className={controls.quiet}
          onClick={() => {
            flushSync(() => setAsks(true))
            field.current?.focus()
          }}
        >
          {messages.changeName}
        </button>
      </p>
    )
  }
  return (
    <Field id={id} label={messages.name} fault={faults.name && faultText(faults.name, messages.nameFaults)}>
      {(attributes) => (
        <input
          {...attributes}
          ref={field}
          className={`${controls.field} ${styles.name}`}
          type="text"
          autoComplete="name"
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing)
              return
            event.preventDefault()
            onEnter()
          }}
          value={name}
          onChange={(event) => setName(event.target.value === '' ? null : event.target.value)}
        />
      )}
    </Field>
  )
}
