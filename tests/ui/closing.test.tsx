import { act, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { createModeration } from '../../src/backend/moderation/moderation.ts'
import { openDiscussion, startBackend } from '../support/openDiscussion.tsx'

type Backend = Awaited<ReturnType<typeof startBackend>>

test('a discussion that is closed is said to be so, and can be read only, until it is opened again', async () => {
  const { backend } = await openDiscussion()
  await follows(backend)
  await close(backend, true)
  await said('This discussion was closed.')
  await screen.findByText(/^This discussion is closed/)
  expect(screen.queryByRole('form', { name: 'Post a comment' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Reply to Hapa' })).toBeNull()
  await close(backend, false)
  await said('This discussion was opened again.')
  expect(await screen.findByRole('form', { name: 'Post a comment' })).toBeInTheDocument()
  expect(screen.queryByText(/is closed/)).toBeNull()
})

test('who is writing goes on, is told, and keeps the text, with the reason that it is not posted for', async () => {
  const { user, backend } = await openDiscussion()
  await follows(backend)
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Ada')
  await user.click(screen.getByRole('button', { name: 'Reply to Hapa' }))
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Your reply' })
  await user.type(field, 'Half a thought')
  field.setSelectionRange(4, 6)
  await close(backend, true)
  await said('This discussion was closed.')
  await screen.findByText(/^This discussion was closed\. What you have begun here is kept/)
  expect(screen.getByRole('textbox', { name: 'Your reply' })).toBe(field)
  expect(field).toHaveFocus()
  expect([field.value, field.selectionStart, field.selectionEnd]).toEqual(['Half a thought', 4, 6])
  expect(screen.getByRole('form', { name: 'Post a comment' })).toBeInTheDocument()

  await user.keyboard('{Control>}{Enter}{/Control}')
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('The discussion was closed meanwhile. Your text stays here, to copy.')
  const region = screen.getByRole('region', { name: 'Discussion' })
  const written = Array.from(region.querySelectorAll('textarea'), ({ value }) => value)
  expect([region.textContent, ...written].join()).toContain('Half a thought')
})

test('a text that stands in a composer stays there while nobody is in it, until it is discarded', async () => {
  const { user, backend } = await openDiscussion()
  await follows(backend)
  const field = screen.getByRole('textbox', { name: 'Comment' })
  await user.type(field, 'Half a thought')
  await user.click(screen.getByRole('heading', { level: 1 }))
  await close(backend, true)
  await screen.findByText(/^This discussion was closed\. What you have begun/)
  expect(screen.getByRole('textbox', { name: 'Comment' })).toBe(field)
  await user.click(await screen.findByRole('button', { name: 'Discard' }))
  await user.click(screen.getByRole('heading', { level: 1 }))
  await screen.findByText(/^This discussion is closed/)
})

test('as soon as nobody writes any more, the discussion is as one that is closed', async () => {
  const { user, backend } = await openDiscussion()
  await follows(backend)
  await user.click(screen.getByRole('button', { name: 'Reply to Hapa' }))
  await close(backend, true)
  await screen.findByText(/^This discussion was closed\. What you have begun/)
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  await user.click(screen.getByRole('heading', { level: 1 }))
  await screen.findByText(/^This discussion is closed/)
  expect(screen.queryByText(/What you have begun/)).toBeNull()
})

test('focus is not taken from the way to a reply that was begun, which goes when focus has', async () => {
  const { user, backend } = await openDiscussion()
  await follows(backend)
  await user.click(screen.getByRole('button', { name: 'Reply to Hapa' }))
  await user.keyboard('Half a thought')
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  await user.click(await screen.findByRole('button', { name: 'You have 1 unfinished reply here' }))
  act(() => screen.getByRole('button', { name: 'Go on with the reply to Hapa' }).focus())
  await staysWhileFocused(backend, 'Go on with the reply to Hapa')
})

test('focus is not taken from what quotes, which goes when focus has', async () => {
  const { backend } = await openDiscussion()
  await follows(backend)
  const selectAll = () => {
    getSelection()?.selectAllChildren(screen.getByText(/The Obama administration says/))
    document.dispatchEvent(new Event('selectionchange'))
  }
  act(selectAll)
  const button = await screen.findByRole('button', { name: 'Quote in a comment' })
  act(() => {
    button.focus()
    // The simulated user loses what is selected as focus moves, which browsers keep.
    selectAll()
  })
  await staysWhileFocused(backend, 'Quote in a comment')
})

test('a page that is older than the closing of its discussion is told of it', async () => {
  const backend = await startBackend()
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  backend.faults.before = ({ url }) => (/\/(changes|events)/.test(url) ? held : undefined)
  await openDiscussion({ backend })
  await close(backend, true)
  release()
  await said('This discussion was closed.')
  await screen.findByText(/^This discussion is closed/)
})

/** Closes the discussion, and has focus go then. */
async function staysWhileFocused(backend: Backend, name: string): Promise<void> {
  const button = screen.getByRole('button', { name })
  await close(backend, true)
  await screen.findByText(/^This discussion was closed\. What you have begun/)
  expect(button).toHaveFocus()
  act(() => button.blur())
  await screen.findByText(/^This discussion is closed/)
  expect(screen.queryByRole('button', { name })).toBeNull()
}

async function follows(backend: Backend): Promise<void> {
  await expect.poll(() => backend.streams()).toBe(1)
}

async function said(text: string): Promise<void> {
  await expect.poll(() => screen.getByRole('status').textContent).toBe(text)
}

/** As a moderator does. */
async function close({ store, signal, transcript }: Backend, closed: boolean): Promise<void> {
  const findModerator = () => 'Mo'
  const moderation = createModeration({ store, signal, findModerator, clock: () => new Date() })
  const discussionId = transcript.discussion.id
  await moderation.closeDiscussion({ moderatorToken: 'any', discussionId, closed, reason: null })
}
