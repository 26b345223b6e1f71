import { useEffect, useId, useRef, useState } from 'react'
import { ProblemError, problemOf, type Problem } from '../api/problem.ts'
import { useMessages } from '../ui/ambient.tsx'
import { Field } from '../ui/composer/Field.tsx'
import { useAnnounce } from '../ui/parts/Announcer.tsx'
import controls from '../ui/parts/controls.module.css'
import { ProblemNotice } from '../ui/parts/ProblemNotice.tsx'
import { canBeToken } from './calls.ts'
import type { DeskWords } from './messages/englishDesk.ts'
import styles from './Desk.module.css'

type Asking =
  { step: 'writing' } | { step: 'missing' } | { step: 'asking' } | { step: 'failed'; problem: Problem }

/** Where a moderator shows a token. One that is refused stays in its field. */
export function SignIn({
  words,
  told = null,
  onSignIn,
}: {
  words: DeskWords
  /** Why it is asked for again. */
  told?: string | null
  /** Asks whether that is the token of a moderator. Rejects with a `ProblemError` where it is not, or cannot be told. */
  onSignIn: (token: string) => Promise<void>
}) {
  const messages = useMessages()
  const announce = useAnnounce()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [token, setToken] = useState('')
  const [asking, setAsking] = useState<Asking>({ step: 'writing' })
  // There is nothing else to do here.
  useEffect(() => field.current?.focus(), [])
  const isWrong = asking.step === 'failed' && asking.problem.code === 'forbidden'
  const fault = asking.step === 'missing' ? words.tokenMissing : isWrong ? words.tokenWrong : null

  async function signIn() {
    if (asking.step === 'asking') return
    field.current?.focus()
    const shown = token.trim()
    if (shown === '') {
      setAsking({ step: 'missing' })
      return announce(words.tokenMissing)
    }
    setAsking({ step: 'asking' })
    try {
      if (!canBeToken(shown)) throw new ProblemError({ code: 'forbidden', resource: 'moderation' })
      await onSignIn(shown)
    } catch (error) {
      const problem = problemOf(error)
      setAsking({ step: 'failed', problem })
      if (problem.code === 'forbidden') announce(words.tokenWrong)
    }
  }

  return (
    <form
      className={styles.signIn}
      aria-label={words.signIn}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void signIn()
      }}
    >
      {told !== null && <p className={styles.told}>{told}</p>}
      <Field id={id} label={words.token} fault={fault} note={words.tokenFrom}>
        {(attributes) => (
          <input
            {...attributes}
            ref={field}
            className={controls.field}
            type="password"
            name="token"
            autoComplete="current-password"
            value={token}
            onChange={({ target }) => {
              setToken(target.value)
              if (asking.step !== 'asking') setAsking({ step: 'writing' })
            }}
          />
        )}
      </Field>
      {asking.step === 'failed' && !isWrong && (
        <ProblemNotice text={words.notSignedIn(messages.explain(asking.problem))} />
      )}
      <button type="submit" className={controls.primary} aria-disabled={asking.step === 'asking'}>
        {asking.step === 'asking' ? words.signingIn : words.signIn}
      </button>
    </form>
  )
}
