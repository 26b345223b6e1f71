import { useEffect } from 'react'
import { useAmbient } from '../ambient.tsx'
import { useStored } from './useStored.ts'
import controls from './controls.module.css'
import styles from './ThemeSwitch.module.css'

const THEMES = ['auto', 'light', 'dark'] as const

/** Light, dark, or as the system; remembered on the device, and the same in every tab. */
export function ThemeSwitch() {
  const { device, messages } = useAmbient()
  const [stored, store] = useStored(device, 'theme')
  const theme = THEMES.find((each) => each === stored) ?? 'auto'
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme
  }, [theme])
  return (
    <label className={styles.switch}>
      {messages.theme}
      <select
        className={controls['select']}
        value={theme}
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
