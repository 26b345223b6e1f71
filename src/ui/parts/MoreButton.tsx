import { useRef } from 'react'
import type { Problem } from '../../api/problem.ts'
import { useMessages } from '../ambient.tsx'
import controls from './controls.module.css'
import { ProblemNotice } from './ProblemNotice.tsx'
import styles from './MoreButton.module.css'

/** Asks for the next of something; a failure stands in its place, with a way to try again. `onMore` is told from where focus goes on. */
export function MoreButton({
  label,
  isLoading,
  problem,
  onMore,
}: {
  label: string
  isLoading: boolean
  problem: Problem | null
  onMore: (from: Element | null) => void
}) {
  const messages = useMessages()
  const place = useRef<HTMLDivElement>(null)
  function more() {
    if (isLoading) return
    place.current?.focus()
    onMore(place.current)
  }
  return (
    <div ref={place} tabIndex={-1} className={styles.place} data-scripted>
      {problem ? (
        <ProblemNotice text={messages.moreFailed(messages.explain(problem))} onTryAgain={more} />
      ) : (
        <button type="button" className={controls.button} aria-disabled={isLoading} onClick={more}>
          {isLoading ? messages.loadingMore : label}
        </button>
      )}
    </div>
  )
}
