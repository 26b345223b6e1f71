import type { RefObject, SyntheticEvent } from 'react'
import { BODY_LIMIT, type WritingFault } from '../../domain/writing.ts'
import { useMessages } from '../ambient.tsx'
import controls from '../parts/controls.module.css'
import { charactersLeft } from './charactersLeft.ts'
import { faultText } from './faultText.ts'
import { Field } from './Field.tsx'
import { caretOf } from './useCaret.ts'
import type { Composer } from './useComposer.ts'
import styles from './ComposerForm.module.css'

/** How many code points before the limit the counter shows. */
export const COUNTER_FROM = 500

/** Where the text of a comment is written, sent with Ctrl+Enter, and counted near its limit. */
export function TextField({
  composer: { ids, draft, change },
  label,
  fault,
  field,
  onSend,
  onTouch,
}: {
  composer: Pick<Composer, 'ids' | 'draft' | 'change'>
  label: string
  fault: WritingFault | null
  field: RefObject<HTMLTextAreaElement | null>
  onSend: () => void
  /** Told that somebody comes to it, or writes in it. */
  onTouch?: (event: SyntheticEvent) => void
}) {
  const messages = useMessages()
  const left = charactersLeft(draft.body, BODY_LIMIT)
  return (
    <Field
      id={ids.text}
      label={label}
      fault={fault && faultText(fault, messages.bodyFaults)}
      note={left <= COUNTER_FROM ? messages.charactersLeft(left) : null}
    >
      {(attributes) => (
        <textarea
          {...attributes}
          ref={field}
          className={`${controls.field} ${styles.text}`}
          rows={3}
          autoComplete="off"
          onFocus={onTouch}
          onKeyDown={(event) => {
            onTouch?.(event)
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing)
              return
            event.preventDefault()
            onSend()
          }}
          value={draft.body}
          onChange={({ target }) => change({ body: target.value, caret: caretOf(target) })}
        />
      )}
    </Field>
  )
}
