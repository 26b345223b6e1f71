import { useId } from 'react'
import styles from './HelpDialog.module.css'

/** One of a few. */
export function Choice<Option extends string>({
  legend,
  options,
  labels,
  chosen,
  onChoose,
}: {
  legend: string
  options: readonly Option[]
  labels: Readonly<Record<Option, string>>
  chosen: Option
  onChoose: (option: Option) => void
}) {
  const name = useId()
  return (
    <fieldset className={styles.choice}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option} className={styles.option}>
          <input
            type="radio"
            name={name}
            value={option}
            checked={option === chosen}
            onChange={() => onChoose(option)}
          />
          {labels[option]}
        </label>
      ))}
    </fieldset>
  )
}
