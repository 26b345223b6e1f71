import styles from './Overview.module.css'

/** One end of the span. It goes over all steps, and stays where `onMove` lets it. */
export function Handle({
  label,
  end,
  at,
  count,
  text,
  onMove,
}: {
  label: string
  end: 'from' | 'until'
  at: number
  /** Of steps. */
  count: number
  /** Where it is, as its reader tells it. */
  text: string
  onMove: (to: number) => void
}) {
  return (
    <input
      type="range"
      className={styles.handle}
      data-end={end}
      aria-label={label}
      aria-valuetext={text}
      min={0}
      max={count}
      step={1}
      value={at}
      onChange={(event) => onMove(event.currentTarget.valueAsNumber)}
    />
  )
}
