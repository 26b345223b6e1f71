import { useEffect, useState, type RefObject } from 'react'
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
import { NameWarning } from './NameWarning.tsx'
import { OtherTexts } from './OtherTexts.tsx'
import { COUNTER_FROM } from './TextField.tsx'
import type { Composer } from './useComposer.ts'
import { useCaretKept } from './useCaretKept.ts'
import { useCountdown } from './useCountdown.ts'
import { useFocusKept } from './useFocusKept.ts'
import { usePastedFormats } from './usePastedFormats.ts'
import styles from './WritingTools.module.css'

type OfPost = Pick<Composer, 'discussionId' | 'ids' | 'name'>
/** What is edited has its name already. */
type OfEdit = { discussionId?: never }

/**
 * What helps to write, beyond the field itself: formats with their true rendering, what another tab wrote, and discarding. It
 * says what is to be said of the text's length and keeping, and leads back to the field from what goes while focus is on it.
 */
export function WritingTools({
  composer,
  field,
}: {
  composer: Pick<Composer, 'draft' | 'change' | 'isDraftKept'> & (OfPost | OfEdit)
  field: RefObject<HTMLTextAreaElement | null>
}) {
  const messages = useMessages()
  const words = useWritingMessages()
  const announce = useAnnounce()
  const [isPreviewed, setPreviewed] = useState(false)
  const { draft, change, isDraftKept } = composer
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
      {composer.discussionId !== undefined && (
        <>
          <NameWarning name={composer.name} discussionId={composer.discussionId} />
          <EmptyField discussionId={composer.discussionId} form={composer.ids.form} />
        </>
      )}
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
      {isFormatted && isPreviewed && (
        <section className={styles.preview} aria-label={words.preview}>
          {draft.body.trim() === '' ? words.nothingToPreview : <Preview {...draft} />}
        </section>
      )}
    </div>
  )
}
