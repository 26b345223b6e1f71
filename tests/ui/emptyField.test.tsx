import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { holdPrograms } from '../../src/backend/holdingRules.ts'
import { openDiscussion, startBackend } from '../support/openDiscussion.tsx'

/** Longer than any test takes. */
const LONG = 60 * 60_000

test('a field that only programs find is in a composer, and what they put there holds the comment', async () => {
  const { user } = await openHolding(0)
  await write(user, 'Ada', 'Buy this')
  const field = await findEmptyField()
  expect(screen.getAllByRole('textbox')).not.toContain(field)
  expect(field.closest('[aria-hidden=true]')).toHaveTextContent('Leave this empty')
  expect([field.tabIndex, field.autocomplete]).toEqual([-1, 'off'])
  // As they do it, without a word to whoever listens.
  field.value = 'https://a.example'
  await user.click(screen.getByRole('button', { name: 'Post comment' }))
  await screen.findByText(/until somebody has looked at it: a field was filled in that is to be left empty/)
})

test('what is sent sooner than people write is held, and says so', async () => {
  const { user } = await openHolding(LONG)
  await write(user, 'Ada', 'At once')
  await findEmptyField()
  await user.click(screen.getByRole('button', { name: 'Post comment' }))
  await screen.findByText(/until somebody has looked at it: it was sent very soon/)
})

test('a person is not held, nor for a reply that is sent by its key as soon as it is opened', async () => {
  const { user } = await openHolding(1_000)
  await write(user, 'Ada', 'A thought')
  await findEmptyField()
  await user.click(screen.getByRole('button', { name: 'Post comment' }))
  await screen.findByRole('article', { name: 'Comment by Ada' })
  await user.click(screen.getByRole('button', { name: 'Reply to Hapa' }))
  await user.click(screen.getByRole('textbox', { name: 'Your reply' }))
  await user.paste('Written elsewhere')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByRole('article', { name: 'Reply by Ada to Hapa' })
  expect(screen.queryByText(/until somebody has looked/)).toBeNull()
})

/** The page over a backend that holds what took less than so many milliseconds. */
async function openHolding(least: number) {
  const backend = await startBackend(undefined, undefined, { suspect: (signs) => holdPrograms(signs, least) })
  return openDiscussion({ backend })
}

async function write(user: Awaited<ReturnType<typeof openHolding>>['user'], name: string, text: string) {
  await user.type(screen.getByRole('textbox', { name: 'Name' }), name)
  await user.type(screen.getByRole('textbox', { name: 'Comment' }), text)
}

async function findEmptyField(): Promise<HTMLInputElement> {
  return screen.findByLabelText('Leave this empty')
}
