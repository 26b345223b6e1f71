import { useEffect, useId, useRef } from 'react'
import { useFindingMessages } from '../../messages/useFindingMessages.ts'
import controls from '../../parts/controls.module.css'
import { KEYS } from '../keys/keyTable.ts'
import { MutedList } from '../mute/MutedList.tsx'
import { Choice } from './Choice.tsx'
import { DENSITIES, SIZES } from './reading.ts'
import type { ReadingChoice } from './useReading.ts'
import styles from './HelpDialog.module.css'

/** What each key does, whether they do, and how the discussion is shown. All that is chosen counts at once. */
export function HelpDialog({
  isOn,
  onSwitch,
  reading: { shownDensity, size, choose },
  onClose,
}: {
  isOn: boolean
  onSwitch: (isOn: boolean) => void
  reading: ReadingChoice
  onClose: () => void
}) {
  const words = useFindingMessages()
  const titleId = useId()
  const keysId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])
  return (
    <dialog ref={dialog} data-floating className={styles.dialog} aria-labelledby={titleId} onClose={onClose}>
      <header className={styles.header}>
        <h2 id={titleId}>{words.keysAndDisplay}</h2>
        <button type="button" className={controls.button} onClick={() => dialog.current?.close()}>
          {words.closeNotice}
        </button>
      </header>
      <h3>{words.display}</h3>
      <Choice
        legend={words.density}
        options={DENSITIES}
        labels={words.densities}
        chosen={shownDensity}
        onChoose={(density) => choose({ density })}
      />
      <Choice
        legend={words.textSize}
        options={SIZES}
        labels={words.textSizes}
        chosen={size}
        onChoose={(chosen) => choose({ size: chosen })}
      />
      <h3 id={keysId}>{words.keys}</h3>
      <label className={styles.option}>
        <input type="checkbox" checked={isOn} onChange={(event) => onSwitch(event.target.checked)} />
        {words.useKeys}
      </label>
      <dl className={styles.keys} data-off={!isOn || undefined}>
        {KEYS.map(({ key, does }) => (
          <div key={key}>
            <dt>
              <kbd className={styles.key}>{key}</kbd>
            </dt>
            <dd>{words.keyActions[does]}</dd>
          </div>
        ))}
      </dl>
      <h3>{words.mutedList}</h3>
      <MutedList />
    </dialog>
  )
}
