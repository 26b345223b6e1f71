'use client'

import type { ReactNode } from 'react'
import { DiscussionHost } from './embed/DiscussionHost.tsx'
import type { DiscussionProps } from './embed/discussionProps.ts'
import { createBackendOnDemand } from './hosts/backendOnDemand.ts'
import { retriable } from './hosts/retriable.ts'

export type { DiscussionProps } from './embed/discussionProps.ts'
export type { EmbedEvents } from './embed/embedEvents.ts'
export type { CountElementProps, DiscussionElementProps } from './embed/jsxElements.ts'

/** What draws all discussions of a page, fetched for the first of them. */
const fetchApplication = retriable(async () => {
  const { createApplication } = await import('./embed/application.tsx')
  return createApplication(createBackendOnDemand())
})

/**
 * A discussion, in a shadow root of a `<div>`. On a server, and until the discussion is ready, its children stand there instead.
 *
 *     <Discussion discussion="kerry-to-urge-china" backend="https://comments.example" />
 */
export function Discussion(props: DiscussionProps): ReactNode {
  return <DiscussionHost {...props} fetchApplication={fetchApplication} />
}
