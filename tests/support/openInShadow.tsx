import { within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { onTestFinished } from 'vitest'
import { DiscussionView } from '../../src/ui/discussion/DiscussionView.tsx'
import { loadOnDemand } from './loadOnDemand.ts'
import type { startBackend } from './openDiscussion.tsx'
import { renderAmbient } from './renderAmbient.tsx'

/** A discussion as it is drawn in the shadow root of an element of somebody's page. */
export async function openInShadow({ carrier, transcript }: Awaited<ReturnType<typeof startBackend>>) {
  await loadOnDemand()
  if (!transcript.discussion) throw new Error('There is no discussion.')
  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'open' })
  const container = document.createElement('div')
  root.append(container)
  document.body.append(host)
  onTestFinished(() => host.remove())
  const network = { isOnline: () => true, subscribe: () => () => {} }
  renderAmbient(
    { carrier, network, stored: localStorage, container },
    <DiscussionView discussionId={transcript.discussion.id} />,
  )
  const screen = within(container)
  await screen.findByRole('heading', { name: /response/i })
  return { root, screen, user: userEvent.setup() }
}
