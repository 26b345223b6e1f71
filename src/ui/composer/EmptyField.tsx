import { useEffect, useRef } from 'react'
import { useAmbient } from '../ambient.tsx'
import { useWritingMessages } from '../messages/useWritingMessages.ts'
import controls from '../parts/controls.module.css'
import { noteBeginning, noteFilled, type ComposerPlace } from './signs.ts'

/**
 * A field that programs fill in and people do not: neither seen nor read aloud nor reached by keyboard, of a name that stands for nothing that browsers
 * fill in, and passed over by what keeps passwords, each of which asks for a word of its own. Where styles are missing its label says what it is for.
 */
export function EmptyField({ discussionId, form }: ComposerPlace) {
  const { device } = useAmbient()
  const words = useWritingMessages()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const place = { discussionId, form }
    const around = field.current?.form
    noteBeginning(device, place, Date.now())
    const listening = new AbortController()
    // Programs may change it without saying so; before anything is sent, something is pressed or submitted.
    for (const type of ['input', 'keydown', 'submit']) {
      around?.addEventListener(type, () => noteFilled(device, place, field.current?.value ?? ''), {
        capture: true,
        signal: listening.signal,
      })
    }
    return () => listening.abort()
  }, [device, discussionId, form])
  return (
    <label className={controls.unseen} aria-hidden="true">
      {words.leaveEmpty}
      <input
        ref={field}
        type="text"
        name="remarks"
        tabIndex={-1}
        autoComplete="off"
        data-1p-ignore=""
        data-lpignore="true"
        data-bwignore=""
        data-form-type="other"
      />
    </label>
  )
}
