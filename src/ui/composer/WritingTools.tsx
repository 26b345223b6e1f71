import { useEffect, useState, type ReactNode, type RefObject } from 'react'
import { BODY_LIMIT } from '../../domain/writing.ts'
import { useMessages } from '../ambient.tsx'
import { FormatToolbar } from '../markdown/FormatToolbar.tsx'
import { Preview } from '../markdown/Preview.tsx'
import { useWritingMessages } from '../messages/useWritingMessages.ts'
import { useAnnounce } from '../parts/Announcer.tsx'
import controls from '../parts/controls.module.css'
import { charactersLeft } from './charactersLeft.ts'
import { DiscardDraft } from './DiscardDraft.tsx'
import { EmptyField } from './EmptyField.tsx'
import { OtherTexts } from './OtherTexts.tsx'
import { COUNTER_FROM } from './TextField.tsx'
import type { Composer } from './useComposer.ts'
import { useCaretKept } from './useCaretKept.ts'
import { useCountdown } from './useCountdown.ts'
import { useFocusKept } from './useFocusKept.ts'
import { usePastedFormats } from './usePastedFormats.ts'
import styles from './WritingTools.module.css'

/**
 * What helps to write, beyond the field itself: formats with their true rendering, what another tab wrote, and discarding. It
 * says what is to be said of the text's length and keeping, and leads back to the field from what goes while focus is on it.
 */
export function WritingTools({
  composer,
  warning,
  field,
}: {
  /** Where something is edited that was posted before, it is not told where that stands. */
  composer: Pick<Composer, 'draft' | 'change' | 'isDraftKept'> &
    Partial<Pick<Composer, 'discussionId' | 'ids'>>
  /** Above the tools. */
  warning?: ReactNode
  field: RefObject<HTMLTextAreaElement | null>
}) {
  const messages = useMessages()
  const words = useWritingMessages()
  const announce = useAnnounce()
  const [isPreviewed, setPreviewed] = useState(false)
  const { draft, change, isDraftKept, discussionId, ids } = composer
  const isFormatted = draft.format === 'markdown'
  useFocusKept(
    () => field.current?.form,
    () => field.current?.focus(),
  )
  useCaretKept(field, draft, change)
  usePastedFormats(field, draft, change)
  useCountdown(charactersLeft(draft.body, BODY_LIMIT), COUNTER_FROM)
  useEffect(() => {
    if (!isDraftKept) announce(messages.draftNotKept)
  }, [isDraftKept, announce, messages])

  return (
    <div className={styles.tools}>
      {warning}
      <OtherTexts composer={composer} />
      {isFormatted && <FormatToolbar field={field} words={words.formats} />}
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
        <DiscardDraft composer={composer} />
      </div>
      {discussionId !== undefined && ids && <EmptyField discussionId={discussionId} form={ids.form} />}
      {isFormatted && isPreviewed && (
        <section className={styles.preview} aria-label={words.preview}>
          {draft.body.trim() === '' ? words.nothingToPreview : <Preview {...draft} />}
        </section>
      )}
    </div>
  )
}
