import type { Application } from './application.tsx'
import { SoundoffCountElement } from './countElement.ts'
import type { AskForCount } from './counts.ts'
import { defineProperties, SoundoffDiscussionElement } from './discussionElement.ts'
import type { Isolation } from './options.ts'

/** Defines the elements, if no other copy has done so before. */
export function defineElements({
  fetchApplication,
  fetchCounts,
}: {
  fetchApplication: (isolation: Isolation) => Promise<Application>
  fetchCounts: () => Promise<AskForCount>
}): void {
  if (customElements.get('soundoff-discussion')) return
  SoundoffDiscussionElement.fetchApplication = fetchApplication
  SoundoffCountElement.fetchCounts = fetchCounts
  defineProperties()
  customElements.define('soundoff-discussion', SoundoffDiscussionElement)
  customElements.define('soundoff-count', SoundoffCountElement)
}
