import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { zoe } from '../../backend/conformance/moderators.ts'
import { buttonOf, itemBy, names, openSigned, startDesk, type StartedDesk } from './openDesk.tsx'

const POLL_MS = 30
const moderatorToken = zoe.token

/** Keeps back answers as they were when they were given, until it is told to let them go. */
function keepBack({ faults }: StartedDesk, isMeant: (request: Request) => boolean) {
  let letGo = () => {}
  let kept = 0
  const gate = new Promise<void>((resolve) => (letGo = resolve))
  faults.after = async (request, answer) => {
    if (!isMeant(request)) return answer
    kept += 1
    await gate
    return answer
  }
  return { letGo, kept: () => kept }
}

const isOfNextPage = ({ url }: Request) => url.includes('cursor=')

async function openManyWaiting() {
  const backend = await startDesk()
  for (let number = 1; number <= 23; number += 1) await backend.hold(`W${number}`)
  return { backend, ...(await openSigned(backend)) }
}

test('what is decided while the next page is on its way does not come back with it', async () => {
  const { backend, user } = await openManyWaiting()
  const { letGo, kept } = keepBack(backend, isOfNextPage)
  await user.click(screen.getByRole('button', { name: 'Show more' }))
  await waitFor(() => expect(kept()).toBe(1))
  await user.click(buttonOf('W1', 'Approve'))
  await waitFor(() => expect(names()).toHaveLength(19))
  screen.getByRole('button', { name: 'Loading…' })
  letGo()
  await waitFor(() => expect(names()).toHaveLength(22))
  expect(names().slice(0, 2)).toEqual(['W2', 'W3'])
  expect(itemBy('W2')).toHaveFocus()
  screen.getByRole('heading', { name: '22 comments are waiting' })
  expect(screen.getByRole('status')).toHaveTextContent('3 more shown')
})

test('what is undone while the next page is on its way stays, with focus', async () => {
  const { backend, user } = await openManyWaiting()
  await user.click(buttonOf('W1', 'Delete'))
  await waitFor(() => expect(names()).toHaveLength(19))
  const { letGo, kept } = keepBack(backend, isOfNextPage)
  await user.click(screen.getByRole('button', { name: 'Show more' }))
  await waitFor(() => expect(kept()).toBe(1))
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(itemBy('W1')).toHaveFocus())
  letGo()
  await waitFor(() => expect(names()).toHaveLength(23))
  expect(names()[0]).toBe('W1')
  expect(itemBy('W1')).toHaveFocus()
  screen.getByRole('heading', { name: '23 comments are waiting' })
  expect(screen.getByRole('status')).toHaveTextContent('3 more shown')
})

test('a next page that was begun again and fails is asked for again where it failed', async () => {
  const { backend, user } = await openManyWaiting()
  const { letGo, kept } = keepBack(backend, isOfNextPage)
  await user.click(screen.getByRole('button', { name: 'Show more' }))
  await waitFor(() => expect(kept()).toBe(1))
  backend.faults.before = (request) =>
    isOfNextPage(request) ? Promise.reject(new TypeError('no network')) : undefined
  await user.click(buttonOf('W1', 'Approve'))
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('No more could be loaded.')
  letGo()
  delete backend.faults.before
  await user.click(within(alert).getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(names()).toHaveLength(22))
  expect(names()[0]).toBe('W2')
})

test('what is decided while all is read again does not come back', async () => {
  const backend = await startDesk()
  await backend.hold('Ada')
  const { user } = await openSigned(backend, POLL_MS)
  await backend.hold('Bea')
  const show = await screen.findByRole('button', { name: 'Show 1 new' })
  const { letGo, kept } = keepBack(backend, ({ method }) => method === 'GET')
  await user.click(show)
  await waitFor(() => expect(kept()).toBeGreaterThan(0))
  await user.click(buttonOf('Ada', 'Approve'))
  await waitFor(() => expect(names()).toEqual([]))
  letGo()
  await waitFor(() => expect(names()).toEqual(['Bea']))
  screen.getByRole('heading', { name: '1 comment is waiting' })
})

test('what is undone while more of the log is on its way stays noted there', async () => {
  const backend = await startDesk()
  const { discussionId } = await backend.hold('Ada')
  for (let turn = 0; turn < 52; turn += 1) {
    const closed = turn % 2 === 0
    await backend.others.closeDiscussion({ moderatorToken, discussionId, closed, reason: null })
  }
  const { user } = await openSigned(backend)
  await user.click(screen.getByRole('tab', { name: 'Log' }))
  const deeds = () => within(screen.getByRole('list')).getAllByRole('article')
  await waitFor(() => expect(deeds()).toHaveLength(50))
  const { letGo, kept } = keepBack(backend, isOfNextPage)
  await user.click(screen.getByRole('button', { name: 'Show more' }))
  await waitFor(() => expect(kept()).toBe(1))
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(deeds()).toHaveLength(51))
  letGo()
  await waitFor(() => expect(deeds()).toHaveLength(53))
  expect(deeds()[0]).toHaveAccessibleName('Mo undid what was done')
  expect(deeds()[1]).toHaveTextContent('Undone since')
  expect(screen.getByRole('status')).toHaveTextContent('2 more shown')
})

test('what is decided while the log is first read stands there', async () => {
  const backend = await startDesk()
  await backend.hold('Ada')
  const { user } = await openSigned(backend)
  let decide = () => {}
  const deciding = new Promise<void>((resolve) => (decide = resolve))
  backend.faults.before = ({ method }) => (method === 'POST' ? deciding : undefined)
  const { letGo, kept } = keepBack(backend, ({ url }) => url.includes('/log'))
  await user.click(buttonOf('Ada', 'Approve'))
  await user.click(screen.getByRole('tab', { name: 'Log' }))
  await waitFor(() => expect(kept()).toBe(1))
  decide()
  await screen.findByRole('tab', { name: 'Waiting (0)' })
  letGo()
  await screen.findByRole('article', { name: 'Mo approved a comment' })
})

test('what is undone in the log while the queue is first read waits there', async () => {
  const backend = await startDesk()
  await backend.hold('Ada')
  const desk = await openSigned(backend)
  await desk.user.click(buttonOf('Ada', 'Approve'))
  await screen.findByRole('heading', { name: 'Nothing is waiting' })
  const { letGo, kept } = keepBack(backend, ({ url }) => url.includes('/queue'))
  const { user } = desk.reload()
  await waitFor(() => expect(kept()).toBe(1))
  await user.click(await screen.findByRole('tab', { name: 'Log' }))
  const deed = await screen.findByRole('article', { name: 'Mo approved a comment' })
  await user.click(within(deed).getByRole('button', { name: 'Undo' }))
  await screen.findByRole('article', { name: 'Mo undid what was done' })
  letGo()
  await user.click(await screen.findByRole('tab', { name: 'Waiting (1)' }))
  expect(names()).toEqual(['Ada'])
})
