import { act, screen, waitFor, within } from '@testing-library/react'
import { expect, onTestFinished, test, vi } from 'vitest'
import { zoe } from '../../backend/conformance/moderators.ts'
import { buttonOf, itemBy, names, openSigned, startDesk } from './openDesk.tsx'

const POLL_MS = 30
const moderatorToken = zoe.token

test('what comes is counted, stands nowhere until it is asked for, and is led to then', async () => {
  const backend = await startDesk()
  await backend.hold('Ada')
  const { user } = await openSigned(backend, POLL_MS)
  itemBy('Ada').focus()
  for (const name of ['Bea', 'Cid']) await backend.hold(name)
  const show = await screen.findByRole('button', { name: 'Show 2 new' })
  expect(screen.getByRole('status')).toHaveTextContent('2 new comments are waiting')
  expect(screen.getByRole('tab', { name: 'Waiting (3)' })).toBeVisible()
  expect(names()).toEqual(['Ada'])
  expect(itemBy('Ada')).toHaveFocus()
  await user.click(show)
  await waitFor(() => expect(names()).toEqual(['Ada', 'Bea', 'Cid']))
  expect(itemBy('Bea')).toHaveFocus()
  expect(screen.queryByRole('button', { name: /^Show/ })).toBeNull()
})

test('what was decided here is not new, and what others have undone is', async () => {
  const backend = await startDesk()
  const held = await backend.hold('Ada')
  await backend.hold('Bea')
  const { user } = await openSigned(backend, POLL_MS)
  await user.click(buttonOf('Ada', 'Approve'))
  await waitFor(() => expect(names()).toEqual(['Bea']))
  const seen = () => backend.requests.filter((request) => request.startsWith('GET')).length
  const before = seen()
  await waitFor(() => expect(seen()).toBeGreaterThan(before + 2))
  expect(screen.queryByRole('button', { name: /^Show/ })).toBeNull()
  const { entries } = await backend.others.readLog({ moderatorToken })
  await backend.others.undoEntry({ moderatorToken, entryId: entries[0]!.id })
  await user.click(await screen.findByRole('button', { name: 'Show 1 new' }))
  await waitFor(() => expect(names()).toEqual(['Ada', 'Bea']))
  expect(held.id).toBeTruthy()
})

test('it is asked every half minute what is new, while the tab is visible, and never while it is hidden', async () => {
  const backend = await startDesk()
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  await openSigned(backend)
  const asked = () => backend.requests.length
  const before = asked()
  const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  onTestFinished(() => visibility.mockRestore())
  act(() => void document.dispatchEvent(new Event('visibilitychange')))
  await act(() => vi.advanceTimersByTimeAsync(300_000))
  expect(asked()).toBe(before)
  visibility.mockReturnValue('visible')
  act(() => void document.dispatchEvent(new Event('visibilitychange')))
  await backend.hold('Ada')
  await act(() => vi.advanceTimersByTimeAsync(60_000))
  await screen.findByRole('button', { name: 'Show 1 new' })
  expect(asked()).toBe(before + 2)
})

test('the next page is shown below the first, and one that fails is asked for again where it failed', async () => {
  const backend = await startDesk()
  for (let number = 1; number <= 23; number += 1) await backend.hold(`W${number}`)
  const { user } = await openSigned(backend)
  expect(names()).toHaveLength(20)
  backend.faults.before = ({ url }) =>
    url.includes('cursor=') ? Promise.reject(new TypeError('no network')) : undefined
  await user.click(screen.getByRole('button', { name: 'Show more' }))
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('No more could be loaded. Soundoff could not be reached.')
  expect(names()).toHaveLength(20)
  delete backend.faults.before
  await user.click(within(alert).getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(itemBy('W21')).toHaveFocus())
  expect(names()).toHaveLength(23)
  expect(screen.getByRole('status')).toHaveTextContent('3 more shown')
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull()
})

test('what comes with the next pages is not told as new', async () => {
  const backend = await startDesk()
  for (let number = 1; number <= 22; number += 1) await backend.hold(`W${number}`)
  const { user } = await openSigned(backend, POLL_MS)
  await user.click(buttonOf('W1', 'Approve'))
  await waitFor(() => expect(names()).toHaveLength(19))
  await backend.hold('W23')
  await screen.findByRole('tab', { name: 'Waiting (22)' })
  expect(screen.queryByRole('button', { name: /^Show .* new$/ })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Show more' }))
  await waitFor(() => expect(names().at(-1)).toBe('W23'))
  expect(names()).toHaveLength(22)
})

test('the log tells who did what, when and why, the newest first, and each is undone from there', async () => {
  const backend = await startDesk()
  const held = await backend.hold('Ada', { body: 'Buy this' })
  await backend.hold('Bea')
  const { user } = await openSigned(backend)
  await backend.others.closeDiscussion({
    moderatorToken,
    discussionId: held.discussionId,
    closed: true,
    reason: 'It is enough.',
  })
  await user.click(buttonOf('Ada', 'Delete'))
  await waitFor(() => expect(names()).toEqual(['Bea']))
  await user.click(screen.getByRole('tab', { name: 'Log' }))
  const deeds = () =>
    within(screen.getByRole('list'))
      .getAllByRole('article')
      .map((each) => each.getAttribute('aria-label'))
  await waitFor(() => expect(deeds()).toEqual(['Mo deleted a comment', 'Zoë closed a discussion']))
  const deleted = screen.getByRole('article', { name: 'Mo deleted a comment' })
  expect(deleted).toHaveTextContent('Buy this')
  expect(screen.getByRole('article', { name: 'Zoë closed a discussion' })).toHaveTextContent(
    'Article aReason: It is enough.',
  )
  await user.click(within(deleted).getByRole('button', { name: 'Undo' }))
  await waitFor(() =>
    expect(deeds()).toEqual(['Mo undid what was done', 'Mo deleted a comment', 'Zoë closed a discussion']),
  )
  expect(deleted).toHaveFocus()
  expect(deleted).toHaveTextContent('Undone since')
  expect(within(deleted).queryByRole('button')).toBeNull()
  await user.click(screen.getByRole('tab', { name: 'Waiting (2)' }))
  expect(names()).toEqual(['Ada', 'Bea'])
  expect(itemBy('Ada')).toHaveTextContent('Buy this')
})

test('what was done before this visit is undone, too, and waits again', async () => {
  const backend = await startDesk()
  await backend.hold('Ada')
  const desk = await openSigned(backend)
  await desk.user.click(buttonOf('Ada', 'Approve'))
  await screen.findByRole('heading', { name: 'Nothing is waiting' })
  const { user } = desk.reload()
  await user.keyboard('{Tab}')
  await user.click(screen.getByRole('tab', { name: 'Log' }))
  await user.click(
    within(await screen.findByRole('article', { name: 'Mo approved a comment' })).getByRole('button'),
  )
  await user.click(await screen.findByRole('tab', { name: 'Waiting (1)' }))
  await waitFor(() => expect(names()).toEqual(['Ada']))
})

test('where the queue or the log does not come, that is said, with a way to ask again', async () => {
  const backend = await startDesk()
  await backend.hold('Ada')
  const desk = await openSigned(backend)
  backend.faults.before = () => new Response('no', { status: 503 })
  const { user } = desk.reload()
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('What is waiting could not be loaded. Soundoff cannot answer right now.')
  await user.click(screen.getByRole('tab', { name: 'Log' }))
  await screen.findByText(/^The log could not be loaded. Soundoff cannot answer right now./)
  delete backend.faults.before
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await screen.findByRole('heading', { name: 'Nothing was done yet' })
  expect(screen.queryByRole('alert')).toBeNull()
  screen.getByRole('tab', { name: 'Log' }).focus()
  await user.keyboard('{ArrowLeft}')
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(() => expect(names()).toEqual(['Ada']))
})

test('the log goes on with what is older, page by page', async () => {
  const backend = await startDesk()
  const { discussionId } = await backend.hold('Ada')
  for (let turn = 0; turn < 52; turn += 1) {
    await backend.others.closeDiscussion({
      moderatorToken,
      discussionId,
      closed: turn % 2 === 0,
      reason: null,
    })
  }
  const { user } = await openSigned(backend)
  await user.click(screen.getByRole('tab', { name: 'Log' }))
  const deeds = () => screen.getAllByRole('article', { name: /discussion$/ })
  await waitFor(() => expect(deeds()).toHaveLength(50))
  await user.click(screen.getByRole('button', { name: 'Show more' }))
  await waitFor(() => expect(deeds()).toHaveLength(52))
  expect(deeds()[50]).toHaveFocus()
  // Of one discussion only the last deed is undone, before those that came before it.
  expect(screen.getAllByRole('button', { name: 'Undo' })).toHaveLength(1)
})
