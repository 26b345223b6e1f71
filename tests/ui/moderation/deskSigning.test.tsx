import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { mo, zoe } from '../../backend/conformance/moderators.ts'
import { buttonOf, names, openDesk, openSigned, startDesk, tokenField } from './openDesk.tsx'

test('a token that is none is refused in words, and stays in its field, which keeps focus', async () => {
  const backend = await startDesk()
  const { user } = openDesk(backend)
  expect(tokenField()).toHaveFocus()
  expect(tokenField()).toHaveAccessibleDescription(/SOUNDOFF_MODERATORS/)
  await user.keyboard('{Enter}')
  expect(tokenField()).toHaveAccessibleDescription(/^Enter your token first/)
  for (const wrong of ['too short, and with ümlauts', 'x'.repeat(40)]) {
    await user.clear(tokenField())
    await user.type(tokenField(), wrong)
    await user.click(screen.getByRole('button', { name: 'Sign in' }))
    await waitFor(() => expect(tokenField()).toHaveAccessibleDescription(/^This is not the token of a moder/))
    expect(tokenField()).toHaveValue(wrong)
    expect(tokenField()).toHaveFocus()
    expect(screen.getByRole('status')).toHaveTextContent('This is not the token of a moderator')
  }
  // What cannot be one is asked about nowhere.
  expect(backend.requests).toEqual(['GET /moderation/queue'])
})

test('where the server cannot be reached, that is said, and signing in again does it', async () => {
  const backend = await startDesk()
  backend.faults.before = () => Promise.reject(new TypeError('no network'))
  const { user } = openDesk(backend)
  await user.type(tokenField(), `${mo.token}{Enter}`)
  expect(await screen.findByRole('alert')).toHaveTextContent('You are not signed in. Soundoff could not be')
  delete backend.faults.before
  await user.keyboard('{Enter}')
  expect(await screen.findByRole('heading', { name: 'Nothing is waiting' })).toHaveFocus()
})

test('a token is kept over a reload of the tab, and forgotten by signing out', async () => {
  const backend = await startDesk()
  await backend.hold('Ada')
  const desk = await openSigned(backend)
  expect(JSON.stringify({ ...localStorage })).not.toContain(mo.token)
  const { user, reload } = desk.reload()
  await waitFor(() => expect(names()).toEqual(['Ada']))
  await user.click(screen.getByRole('button', { name: 'Sign out' }))
  expect(tokenField()).toHaveFocus()
  expect(names()).toEqual([])
  expect(JSON.stringify({ ...sessionStorage })).not.toContain(mo.token)
  reload()
  expect(tokenField()).toHaveValue('')
})

test('a token that is no longer right is asked for again, and nothing that was typed is lost', async () => {
  const backend = await startDesk()
  await backend.hold('Ada')
  const { user } = await openSigned(backend)
  await user.click(buttonOf('Ada', 'Reject'))
  await user.keyboard('It sells something.')
  backend.moderators.splice(0, 1)
  await user.click(buttonOf('Ada', 'Reject for this reason'))
  const dialog = await screen.findByRole('dialog', { name: 'Sign in' })
  expect(dialog).toHaveTextContent('Your token is no longer accepted.')
  expect(tokenField()).toHaveFocus()
  await user.keyboard(`${zoe.token}{Enter}`)
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(screen.getByRole('textbox', { name: 'Reason' })).toHaveValue('It sells something.')
  await user.click(within(screen.getByRole('alert')).getByRole('button', { name: 'Try again' }))
  await screen.findByRole('heading', { name: 'Nothing is waiting' })
  const { entries } = await backend.others.readLog({ moderatorToken: zoe.token })
  expect(entries).toMatchObject([{ moderator: 'Zoë', action: 'reject', reason: 'It sells something.' }])
})

test('where a token is refused at a reload, it is asked for, too', async () => {
  const backend = await startDesk()
  await backend.hold('Ada')
  const desk = await openSigned(backend)
  backend.moderators.splice(0, 1)
  const { user } = desk.reload()
  await screen.findByRole('dialog', { name: 'Sign in' })
  await user.keyboard(`${zoe.token}{Enter}`)
  await waitFor(() => expect(names()).toEqual(['Ada']))
})
