import { useId, useState } from 'react'
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
  isBusy,
}: {
  composer: Composer
  asksAlways: boolean
  isBusy: boolean
}) {
  const messages = useMessages()
  const id = useId()
  const [asks, setAsks] = useState(asksAlways || nameFault(name) !== null)
  if (!asks) {
    return (
      <p className={styles.postingAs}>
        <bdi>{messages.postingAs(name)}</bdi>
        <button type="button" className={controls.quiet} onClick={() => setAsks(true)}>
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
          className={`${controls.field} ${styles.name}`}
          type="text"
          autoComplete="name"
          dir="auto"
          readOnly={isBusy}
          value={name}
          onChange={(event) => setName(event.target.value === '' ? null : event.target.value)}
        />
      )}
    </Field>
  )
}
