import { useEffect } from 'react'
import { useAmbient } from '../ambient.tsx'
import { useStored } from './useStored.ts'
import controls from './controls.module.css'
import styles from './ThemeSwitch.module.css'

const NAME = 'theme'
const THEMES = ['auto', 'light', 'dark'] as const

/** Light, dark, or as the system; remembered on the device, and the same in every tab. */
export function ThemeSwitch() {
  const { device, messages } = useAmbient()
  const [stored, store] = useStored(device, NAME)
  // What is stored, not what is drawn: while the page is hydrated, that is not known yet.
  useEffect(() => {
    const apply = () => {
      document.documentElement.dataset['theme'] = asTheme(device.read(NAME))
    }
    apply()
    return device.subscribe(NAME, apply)
  }, [device])
  return (
    <label className={styles.switch} data-scripted>
      {messages.theme}
      <select
        className={controls['select']}
        value={asTheme(stored)}
        autoComplete="off"
        onChange={(event) => store(event.target.value === 'auto' ? null : event.target.value)}
      >
        {THEMES.map((each) => (
          <option key={each} value={each}>
            {messages.themes[each]}
          </option>
        ))}
      </select>
    </label>
  )
}

function asTheme(stored: string | null): (typeof THEMES)[number] {
  return THEMES.find((each) => each === stored) ?? 'auto'
}
