import { isBare } from '../drafts/draft.ts'
import controls from '../parts/controls.module.css'
import type { Composer } from './useComposer.ts'
import { useWritingMessages } from '../messages/useWritingMessages.ts'
import styles from './ComposerForm.module.css'

/** What another tab wrote into the same draft at the same time, to be added to it or left out. */
export function OtherTexts({
  composer: { draft, change },
}: {
  composer: Pick<Composer, 'draft' | 'change'>
}) {
  const words = useWritingMessages()
  const { others } = draft

  function add(text: string) {
    const body = isBare(draft) ? text : `${draft.body}\n\n${text}`
    change({ body, caret: null, others: others.filter((other) => other !== text) })
  }

  return others.map((text) => (
    <div key={text} className={styles.other}>
      <p>{words.writtenElsewhere}</p>
      <blockquote dir="auto">{text}</blockquote>
      <button type="button" className={controls.button} onClick={() => add(text)}>
        {words.addText}
      </button>
      <button
        type="button"
        className={controls.quiet}
        onClick={() => change({ others: others.filter((other) => other !== text) })}
      >
        {words.leaveText}
      </button>
    </div>
  ))
}
