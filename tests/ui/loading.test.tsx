import { act, screen, within } from '@testing-library/react'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { ArticleId } from '../../src/domain/ids.ts'
import { AlwaysNear } from '../support/alwaysNear.ts'
import { openDiscussion, startBackend } from '../support/openDiscussion.tsx'
import { generateComments } from '../support/generateTranscript.ts'
import { ids, showAll, shown } from '../support/shownComments.ts'
import { renderBranch } from '../support/renderBranch.ts'
import { seededRandom } from '../support/seededRandom.ts'
import { plainSource, renderTranscript } from '../support/renderTranscript.ts'

test('an article that cannot be loaded says so and can be tried again, and its discussion is there meanwhile', async () => {
  const backend = await startBackend()
  backend.faults.before = (request) => {
    if (request.url.includes('/articles/')) throw new TypeError('no network')
  }
  const { user } = await openDiscussion({ backend, waitFor: '39 responses' })
  expect(screen.getByRole('alert')).toHaveTextContent('The article could not be loaded')
  expect(screen.getByRole('article', { name: 'Comment by wjm' })).toBeInTheDocument()
  delete backend.faults.before
  await user.click(within(screen.getByRole('alert')).getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('Kerry')
  expect(document.activeElement).not.toBe(document.body)
})

test('a discussion that cannot be loaded says so and can be tried again, and its article is there meanwhile', async () => {
  const backend = await startBackend()
  backend.faults.before = (request) => {
    if (request.url.includes('/discussions/')) throw new TypeError('no network')
  }
  const { user } = await openDiscussion({ backend, waitFor: 'Kerry' })
  expect(await screen.findByRole('alert')).toHaveTextContent('The discussion could not be loaded')
  delete backend.faults.before
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('article', { name: 'Comment by wjm' })).toBeInTheDocument()
  expect(screen.getByRole('region', { name: 'Discussion' })).toHaveFocus()
})

test('a page that answers in the backend’s place, as a sign-in page does, is told as such', async () => {
  const backend = await startBackend()
  backend.faults.before = (request) =>
    request.url.includes('/discussions/')
      ? new Response('<!doctype html><title>Sign in</title>', { headers: { 'Content-Type': 'text/html' } })
      : undefined
  await openDiscussion({ backend, waitFor: 'Kerry' })
  expect(await screen.findByRole('alert')).toHaveTextContent('What answered was not Soundoff')
})

test('an unknown article is told as such, without a discussion', async () => {
  const opening = openDiscussion({ asked: 'nowhere' as ArticleId, waitFor: 'never' })
  opening.catch(() => undefined)
  expect(await screen.findByRole('alert')).toHaveTextContent('There is no article of that name here')
  expect(screen.queryByRole('region', { name: 'Discussion' })).toBeNull()
})

test('further threads come on request, each once, and a page that fails is tried again in its place', async () => {
  const backend = await startBackend(
    renderTranscript({ ...plainSource, comments: generateComments(seededRandom(7), 120) }),
    'generated',
  )
  const { user } = await openDiscussion({ backend })
  const before = shown()
  backend.faults.before = (request) => {
    if (request.url.includes('cursor=')) throw new TypeError('no network')
  }
  await user.click(screen.getByRole('button', { name: 'Show more threads' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('No more could be loaded')
  expect(shown()).toBe(before)

  delete backend.faults.before
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await expect.poll(shown).toBeGreaterThan(before)
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toMatch(/^Comment by/)
  await showAll(user, 120)
  expect(ids()).toEqual(new Set(backend.transcript.comments.map(({ id }) => `comment-${id}`)))
})

test('what a page can do without comes one part at a time, each once the page has nothing better to do', async () => {
  const idle: (() => void)[] = []
  vi.stubGlobal('requestIdleCallback', (action: () => void) => idle.push(action))
  vi.stubGlobal('cancelIdleCallback', () => {})
  onTestFinished(() => void vi.unstubAllGlobals())
  const backend = await startBackend()
  const { user } = await openDiscussion({ backend })
  const beIdle = () => act(() => idle.splice(0).forEach((action) => action()))
  const keys = () => screen.queryByRole('button', { name: 'Keys and display' })
  expect(backend.streams()).toBe(0)
  beIdle()
  await expect.poll(backend.streams).toBe(1)
  await user.type(screen.getByRole('textbox', { name: 'Comment' }), 'Nobody waits for the rest.')
  expect(keys()).toBeNull()
  beIdle()
  await expect.poll(keys).not.toBeNull()
  await user.click(keys()!)
  expect(await screen.findByRole('dialog')).toBeVisible()
})

test('threads that come by themselves near the end wait to be asked after a failure', async () => {
  vi.stubGlobal('IntersectionObserver', AlwaysNear)
  onTestFinished(() => void vi.unstubAllGlobals())
  const text = renderTranscript({ ...plainSource, comments: generateComments(seededRandom(7), 120) })
  const backend = await startBackend(text, 'generated')
  let asked = 0
  backend.faults.before = (request) => {
    if (!request.url.includes('cursor=')) return
    asked += 1
    throw new TypeError('no network')
  }
  const { user } = await openDiscussion({ backend })
  expect(await screen.findByRole('alert')).toHaveTextContent('No more could be loaded')
  const before = shown()
  expect(asked).toBe(3)
  delete backend.faults.before
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await expect.poll(shown).toBeGreaterThan(before)
})

test('the replies of a large thread come on request, in their places, each once', async () => {
  const { user } = await openDiscussion({ backend: await startBackend(renderBranch(70), 'large') })
  expect(shown()).toBeLessThan(71)
  await user.click(screen.getByRole('button', { name: `Show ${71 - shown()} more replies` }))
  await expect.poll(() => document.activeElement?.textContent).toContain('Reply 25')
  await showAll(user, 71)
  expect(
    screen.getAllByRole('article', { name: /^Reply by/ }).map((each) => each.getAttribute('aria-label')),
  ).toEqual(Array.from({ length: 70 }, (_, index) => `Reply by Reader ${index} to Ada`))
})

test('a comment that is posted while a page is on its way stays, once the page is there', async () => {
  const text = renderTranscript({ ...plainSource, comments: generateComments(seededRandom(7), 120) })
  const { user, backend } = await openDiscussion({ backend: await startBackend(text, 'generated') })
  const before = shown()
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  backend.faults.before = (request) => (request.url.includes('cursor=') ? held : undefined)
  await user.click(screen.getByRole('button', { name: 'Show more threads' }))
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Zenobia')
  await user.type(screen.getByRole('textbox', { name: 'Comment' }), 'Meanwhile.')
  await user.click(screen.getByRole('button', { name: 'Post comment' }))
  await expect.poll(() => screen.getByRole('article', { name: 'Comment by Zenobia' }).id).toMatch(/^comment-/)
  release()
  await expect.poll(shown).toBeGreaterThan(before + 1)
  expect(screen.getByRole('article', { name: 'Comment by Zenobia' })).toHaveTextContent('Meanwhile.')
})

test('a composer stays as it is while further threads come, to the last of them, oldest first', async () => {
  const text = renderTranscript({ ...plainSource, comments: generateComments(seededRandom(7), 120) })
  const { user } = await openDiscussion({ backend: await startBackend(text, 'generated') })
  await user.selectOptions(screen.getByRole('combobox', { name: 'Sort by' }), 'Oldest first')
  await expect.poll(() => screen.getByRole('status').textContent).toBe('Sorted: Oldest first')
  await user.click(screen.getAllByRole('button', { name: /^Reply to/ }).at(-1)!)
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Your reply' })
  await user.type(field, 'Half a thought')
  field.setSelectionRange(4, 6)
  await showAll(user, 120)
  expect(screen.getByRole('textbox', { name: 'Your reply' })).toBe(field)
  expect(field).toHaveValue('Half a thought')
  expect([field.selectionStart, field.selectionEnd]).toEqual([4, 6])
})

test('a reply is counted once at its thread, in every order, however late the thread is read in it', async () => {
  const text = renderTranscript({ ...plainSource, comments: generateComments(seededRandom(7), 120) })
  const { user } = await openDiscussion({ backend: await startBackend(text, 'generated') })
  const sortBy = async (order: string) => {
    await user.selectOptions(screen.getByRole('combobox', { name: 'Sort by' }), order)
    await expect.poll(() => screen.getByRole('status').textContent).toBe(`Sorted: ${order}`)
  }
  await sortBy('Oldest first')
  await sortBy('Newest first')
  const lone = screen
    .getAllByRole('article', { name: /^Comment by/ })
    .find((thread) => within(thread).queryByRole('button', { name: /^Collapse/ }) === null)!
  const { id } = lone
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Ada')
  await user.click(within(lone).getByRole('button', { name: /^Reply to/ }))
  await user.keyboard('Once.')
  await user.click(screen.getByRole('button', { name: 'Post reply' }))
  await expect.poll(() => screen.queryByText('Sending…')).toBeNull()
  for (const order of ['Oldest first', 'Most replies', 'Newest first']) {
    await sortBy(order)
    await showAll(user, 121)
    const thread = document.getElementById(id)!
    await user.click(within(thread).getByRole('button', { name: /^Collapse/ }))
    expect(within(thread).getByRole('button', { name: /^Expand/ })).toHaveTextContent('1 reply')
    await user.click(within(thread).getByRole('button', { name: /^Expand/ }))
  }
}, 60_000)
