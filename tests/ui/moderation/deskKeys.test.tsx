import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { mo } from '../../backend/conformance/moderators.ts'
import { itemBy, names, openSigned, startDesk } from './openDesk.tsx'

async function openThree() {
  const backend = await startDesk()
  for (const name of ['Ada', 'Bea', 'Cid']) await backend.hold(name)
  return { backend, ...(await openSigned(backend)) }
}

test('single keys go from one to the next, decide, and undo', async () => {
  const { user } = await openThree()
  expect(screen.getByRole('heading', { name: '3 comments are waiting' })).toHaveFocus()
  // Nothing is there to be decided on.
  await user.keyboard('a')
  await user.keyboard('jjk')
  expect(itemBy('Ada')).toHaveFocus()
  await user.keyboard('jjjj')
  expect(itemBy('Cid')).toHaveFocus()
  await user.keyboard('ka')
  await waitFor(() => expect(names()).toEqual(['Ada', 'Cid']))
  expect(itemBy('Cid')).toHaveFocus()
  await user.keyboard('d')
  await waitFor(() => expect(names()).toEqual(['Ada']))
  await user.keyboard('u')
  await waitFor(() => expect(itemBy('Cid')).toHaveFocus())
  await user.keyboard('u')
  await waitFor(() => expect(itemBy('Bea')).toHaveFocus())
  expect(names()).toEqual(['Ada', 'Bea', 'Cid'])
  await user.keyboard('u')
  expect(screen.getByRole('status')).toHaveTextContent('There is nothing here to undo.')
})

test('a key rejects by opening the reason, in which keys only write', async () => {
  const { user } = await openThree()
  await user.keyboard('jr')
  const field = within(itemBy('Ada')).getByRole('textbox', { name: 'Reason' })
  expect(field).toHaveFocus()
  await user.keyboard('adjuk?')
  expect(field).toHaveValue('adjuk?')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(names()).toEqual(['Bea', 'Cid']))
  await user.keyboard('u')
  // The reason comes back with the comment.
  expect(await screen.findByRole('textbox', { name: 'Reason' })).toHaveValue('adjuk?')
})

test('keys do nothing outside the queue, with others held, or held down themselves', async () => {
  const { user, backend } = await openThree()
  await user.click(screen.getByRole('tab', { name: /^Waiting/ }))
  await user.keyboard('ja?')
  expect(screen.getByRole('tab', { name: /^Waiting/ })).toHaveFocus()
  itemBy('Ada').focus()
  await user.keyboard('{Control>}a{/Control}{Alt>}d{/Alt}{Meta>}u{/Meta}{Shift>}A{/Shift}')
  itemBy('Ada').dispatchEvent(new KeyboardEvent('keydown', { key: 'a', repeat: true, bubbles: true }))
  expect(screen.queryByRole('dialog')).toBeNull()
  await user.keyboard('d')
  await waitFor(() => expect(names()).toEqual(['Bea', 'Cid']))
  const { entries } = await backend.others.readLog({ moderatorToken: mo.token })
  expect(entries.map(({ action }) => action)).toEqual(['delete'])
})

test('the keys are told, and none of them decides meanwhile', async () => {
  const { user } = await openThree()
  await user.keyboard('j?')
  const dialog = screen.getByRole('dialog', { name: 'Keys' })
  expect(
    within(dialog)
      .getAllByRole('term')
      .map(({ textContent }) => textContent),
  ).toEqual(['j', 'k', 'a', 'r', 'd', 'u', '?'])
  await user.keyboard('a')
  await user.click(within(dialog).getByRole('button', { name: 'Close' }))
  expect(names()).toHaveLength(3)
  await user.click(screen.getByRole('button', { name: 'Keys' }))
  screen.getByRole('dialog', { name: 'Keys' })
})
