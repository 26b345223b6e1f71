import type { ReactNode } from 'react'
import { useMessages } from '../ambient.tsx'
import controls from './controls.module.css'
import styles from './ProblemNotice.module.css'

/** Says what failed, beside it, with the way out where there is one. */
export function ProblemNotice({
  text,
  onTryAgain,
  children,
}: {
  text: string
  onTryAgain?: (() => void) | undefined
  children?: ReactNode
}) {
  return (
    <div role="alert" className={styles.notice}>
      <p>{text}</p>
      {children}
      {onTryAgain && <TryAgain onTryAgain={onTryAgain} />}
    </div>
  )
}

/** By itself, as what cannot be tried again may also fail before there is anything ambient. */
function TryAgain({ onTryAgain }: { onTryAgain: () => void }) {
  const messages = useMessages()
  return (
    <button type="button" className={controls.button} onClick={onTryAgain}>
      {messages.tryAgain}
    </button>
  )
}
