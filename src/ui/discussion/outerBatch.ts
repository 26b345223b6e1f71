import styles from './Batch.module.css'

/** Selects batches. */
export const BATCH = `.${styles.batch}`

/** The batch that a batch is in. */
export function outerOf(batch: Element): Element | null {
  return batch.parentElement?.closest(BATCH) ?? null
}
