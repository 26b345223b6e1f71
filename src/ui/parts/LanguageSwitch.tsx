import { startTransition, useState } from 'react'
import { LANGUAGES, type Language } from '../messages/catalogueOf.ts'
import { LANGUAGE_LABELS, LANGUAGE_NAMES } from '../messages/languageNames.ts'
import controls from './controls.module.css'
import styles from './LanguageSwitch.module.css'

/** Every language by its own name; the sign before it is known to those, too, who cannot read what the page says. */
export function LanguageSwitch({
  language,
  onChoose,
}: {
  language: Language
  /** Resolves once the page is in that language, or stays in the one that it has. */
  onChoose: (language: Language) => Promise<void>
}) {
  // The page follows later, when all that it says is there.
  const [chosen, setChosen] = useState<Language | null>(null)

  async function choose(next: Language) {
    setChosen(next)
    await onChoose(next)
    startTransition(() => setChosen((current) => (current === next ? null : current)))
  }

  return (
    <>
      <svg viewBox="0 0 20 20" aria-hidden="true" className={styles.sign}>
        <path d="M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16Zm0 0c-5 5-5 11 0 16 5-5 5-11 0-16ZM2.5 7.5h15m-15 5h15" />
      </svg>
      <select
        className={`${controls.select} ${styles.languages}`}
        aria-label={LANGUAGE_LABELS[language]}
        value={chosen ?? language}
        autoComplete="off"
        onChange={({ target }) => {
          const next = LANGUAGES.find((each) => each === target.value)
          if (next) void choose(next)
        }}
      >
        {LANGUAGES.map((each) => (
          <option key={each} value={each} lang={each === 'zh' ? 'zh-Hans' : each}>
            {LANGUAGE_NAMES[each]}
          </option>
        ))}
      </select>
    </>
  )
}
