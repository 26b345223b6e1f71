import { useState, type ReactNode, type RefObject } from 'react'
import { FormatToolbar } from '../markdown/FormatToolbar.tsx'
import { Preview } from '../markdown/Preview.tsx'
import controls from '../parts/controls.module.css'
import { DiscardDraft } from './DiscardDraft.tsx'
import { OtherTexts } from './OtherTexts.tsx'
import type { Composer } from './useComposer.ts'
import { usePastedFormats } from './usePastedFormats.ts'
import { useWritingMessages } from '../messages/useWritingMessages.ts'
import styles from './WritingTools.module.css'

/** What helps to write, beyond the field itself: formats with their true rendering, what another tab wrote, and discarding. */
export function WritingTools({
  composer,
  warning,
  field,
}: {
  composer: Pick<Composer, 'draft' | 'change'>
  /** Above the tools. */
  warning?: ReactNode
  field: RefObject<HTMLTextAreaElement | null>
}) {
  const words = useWritingMessages()
  const [isPreviewed, setPreviewed] = useState(false)
  const { draft, change } = composer
  const isFormatted = draft.format === 'markdown'
  usePastedFormats(field, draft, change)

  return (
    <div className={styles.tools}>
      {warning}
      <OtherTexts composer={composer} />
      {isFormatted && <FormatToolbar field={field} words={words.formats} />}
      {isFormatted && isPreviewed && (
        <section className={styles.preview} aria-label={words.preview}>
          {draft.body.trim() === '' ? words.nothingToPreview : <Preview {...draft} />}
        </section>
      )}
      <div className={styles.row}>
        <button
          type="button"
          className={controls.quiet}
          aria-pressed={isFormatted}
          onClick={() => change({ format: isFormatted ? 'plain' : 'markdown' })}
        >
          {words.formatting}
        </button>
        {isFormatted && (
          <button
            type="button"
            className={controls.quiet}
            aria-pressed={isPreviewed}
            onClick={() => setPreviewed(!isPreviewed)}
          >
            {words.preview}
          </button>
        )}
        <DiscardDraft composer={composer} onDone={() => field.current?.focus()} />
      </div>
    </div>
  )
}
