import type { ReactNode } from 'react'
import styles from './Field.module.css'

type Attributes = {
  id: string
  dir: 'auto'
  /** For styles to know where it is empty. */
  placeholder: ' '
  'aria-invalid': boolean
  'aria-describedby'?: string
}

/**
 * A labelled field with what is wrong with it and a note below it; `children` draws the control with the attributes that tie them. Its text has a
 * direction of its own.
 */
export function Field({
  id,
  label,
  fault,
  note,
  children,
}: {
  id: string
  label: string
  fault: string | null
  note?: string | null
  children: (attributes: Attributes) => ReactNode
}) {
  const isTold = Boolean(fault ?? note)
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {children({
        id,
        dir: 'auto',
        placeholder: ' ',
        'aria-invalid': fault !== null,
        ...(isTold ? { 'aria-describedby': `${id}-told` } : {}),
      })}
      {isTold && (
        <span id={`${id}-told`} className={styles.told}>
          {fault !== null && <span className={styles.fault}>{fault} </span>}
          {note}
        </span>
      )}
    </div>
  )
}

/**
 * Leads to the first field of a form that has something wrong with it, once that is drawn. Where focus is there already, nothing
 * else says so: `announce` does.
 */
export function goToFault(form: HTMLFormElement | null, announce: (text: string) => void): void {
  requestAnimationFrame(() => {
    const field = form?.querySelector<HTMLElement>('[aria-invalid="true"]')
    if (field?.matches(':focus')) announce(field.nextElementSibling?.textContent ?? '')
    else field?.focus()
  })
}
