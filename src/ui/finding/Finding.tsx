import type { RefObject } from 'react'
import type { Discussion } from '../../domain/discussion.ts'
import type { ThreadView } from '../discussion/threadView.ts'
import type { Threads } from '../discussion/useThreads.ts'
import { BranchFocus } from './branch/BranchFocus.tsx'
import { KeysAndDisplay } from './keys/KeysAndDisplay.tsx'
import { Mentions } from './mentions/Mentions.tsx'
import { Muting } from './mute/Muting.tsx'
import { Results } from './results/Results.tsx'
import { NewSinceVisit } from './visits/NewSinceVisit.tsx'

export type FindingProps = {
  discussion: Discussion
  threads: Threads
  view: ThreadView
  /** Where the discussion is drawn. */
  place: RefObject<HTMLElement | null>
}

/** All that helps a reader to find the way in a discussion; it comes once the page has nothing better to do. */
export function Finding(props: FindingProps) {
  return (
    <>
      <Results {...props} />
      <Muting threads={props.threads} view={props.view} />
      <Mentions threads={props.threads} view={props.view} place={props.place} />
      <BranchFocus threads={props.threads} view={props.view} place={props.place} />
      <KeysAndDisplay threads={props.threads} view={props.view} place={props.place} />
      <NewSinceVisit {...props} />
    </>
  )
}
