import { useEffect, useId, useRef } from 'react'
import { isBare } from '../drafts/draft.ts'
import { useWritingMessages } from '../messages/useWritingMessages.ts'
import { useAnnounce } from '../parts/Announcer.tsx'
import controls from '../parts/controls.module.css'
import type { Composer } from './useComposer.ts'
import styles from './ComposerForm.module.css'

/** What another tab wrote into the same draft at the same time, to be added to it or left out. */
export function OtherTexts({
  composer: { draft, change },
}: {
  composer: Pick<Composer, 'draft' | 'change'>
}) {
  const words = useWritingMessages()
  const announce = useAnnounce()
  const id = useId()
  const { others } = draft
  const told = useRef(new Set<string>())
  useEffect(() => {
    const unheard = others.filter((text) => !told.current.has(text))
    told.current = new Set(others)
    if (unheard.length > 0) announce(words.writtenElsewhere)
  }, [others, announce, words])

  function add(text: string) {
    const body = isBare(draft) ? text : `${draft.body}\n\n${text}`
    change({ body, caret: null, others: others.filter((other) => other !== text) })
  }

  return others.map((text, index) => (
    <div key={text} className={styles.other}>
      <p id={`${id}-${index}`}>{words.writtenElsewhere}</p>
      <textarea
        className={`${controls.field} ${styles.otherText}`}
        aria-labelledby={`${id}-${index}`}
        dir="auto"
        rows={2}
        readOnly
        value={text}
      />
      <div className={styles.actions}>
        <button type="button" className={controls.button} onClick={() => add(text)}>
          {words.addText}
        </button>
        <button
          type="button"
          className={controls.button}
          onClick={() => change({ others: others.filter((other) => other !== text) })}
        >
          {words.leaveText}
        </button>
      </div>
    </div>
  ))
}
