import type { CSSProperties, ReactNode } from 'react'
import type { DiscussionOptions } from './discussionOptions.ts'
import type { EmbedEvents } from './embedEvents.ts'

/** What a component is told of its discussion, as the element tells the page by events. */
export type DiscussionCallbacks = {
  onReady?: ((detail: EmbedEvents['soundoff:ready']) => void) | undefined
  onCount?: ((detail: EmbedEvents['soundoff:count']) => void) | undefined
  onPosted?: ((detail: EmbedEvents['soundoff:posted']) => void) | undefined
  onFailed?: ((detail: EmbedEvents['soundoff:failed']) => void) | undefined
  onDraft?: ((detail: EmbedEvents['soundoff:draft']) => void) | undefined
  /** `false` leaves the page's address as it is, so that the page sees to the permalink. */
  onNavigate?: ((detail: EmbedEvents['soundoff:navigate']) => boolean | void) | undefined
}

export type DiscussionProps = DiscussionOptions &
  DiscussionCallbacks & {
    /** Is seen until the discussion is ready, and is all that a server draws. */
    children?: ReactNode
    className?: string | undefined
    style?: CSSProperties | undefined
    id?: string | undefined
  }
