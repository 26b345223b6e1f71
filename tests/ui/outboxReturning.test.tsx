import { act } from '@testing-library/react'
import { expect, test } from 'vitest'
import { problemAnswer } from '../../src/backend/problemAnswer.ts'
import {
  closeDiscussion,
  goOn,
  isPost,
  isWriting,
  openTab,
  posted,
  refuse,
  reply,
} from '../support/outboxTabs.ts'
import { openDesk } from './writing/desk.tsx'

/** Something that waits until it is let go on. */
function gate() {
  let open = () => {}
  const passed = new Promise<void>((resolve) => (open = resolve))
  return { open: () => open(), passed }
}

/** The id of what has focus. */
const focused = () => document.activeElement?.id

test('a refused reply opens its form, with focus, where it was sent, though another tab is first to put it back', async () => {
  const { tab, backend, browser } = await openTab()
  let posts = 0
  backend.faults.before = (request) => {
    if (!isPost(request)) return undefined
    posts += 1
    return posts === 1 ? new Promise<never>(() => {}) : problemAnswer({ code: 'parent-gone' })
  }
  await reply(tab, 'wjm', 'Too late?')
  await expect.poll(() => posts).toBe(1)
  await expect.poll(focused).toMatch(/^pending-/)
  const discussionId = backend.transcript.discussion!.id
  const desk = openDesk(browser, backend.carrier, await backend.api.readDiscussion({ discussionId }))
  await desk.isMirrored.catch(() => undefined)
  const isPutBack = () =>
    [...browser.storage.values.values()].some((text) => text.includes('"isReturned":true'))
  await expect.poll(isPutBack).toBe(true)
  act(browser.storage.deliverAll)
  const field = await tab.screen.findByRole('textbox', { name: 'Your reply' })
  await expect.poll(() => document.activeElement).toBe(field)
  expect(field).toHaveValue('Too late?')
  expect(await tab.screen.findByRole('alert')).toHaveTextContent('no longer there')
  act(() => desk.kill())
})

/** A composer with a text that was made of two, each of which was posted, and nobody knows. */
async function openWithTwo() {
  const { tab, backend } = await openTab()
  const { open, passed } = gate()
  const takeBack = async () =>
    tab.user.click(await tab.screen.findByRole('button', { name: 'Take back and edit' }))
  const post = () => tab.user.click(tab.screen.getByRole('button', { name: 'Post comment' }))
  backend.faults.after = (request, answer) => (isWriting(request) ? passed.then(refuse) : answer)
  await tab.send('First.')
  await tab.send('Second.')
  open()
  await takeBack()
  await expect.poll(() => tab.field().value).toBe('First.\n\nSecond.')

  /** Where nothing fails any more, each try tells of another of the two, and posts nothing. */
  async function expectBothAskedAfter() {
    delete backend.faults.before
    delete backend.faults.after
    for (const _ of ['First.', 'Second.']) {
      await post()
      await expect.poll(() => tab.screen.queryByText(/Sending/)).toBeNull()
      expect(await tab.screen.findByRole('alert')).toHaveTextContent('was posted after all')
      expect(await posted(backend)).toEqual(['Second.', 'First.'])
    }
  }

  return { tab, backend, takeBack, post, expectBothAskedAfter }
}

test('each of the texts that one was made of is asked after before it is posted', async () => {
  const { backend, post, expectBothAskedAfter } = await openWithTwo()
  await expectBothAskedAfter()
  await post()
  await expect.poll(() => posted(backend)).toEqual(['First.\n\nSecond.', 'Second.', 'First.'])
})

test('what one was made of is asked after when another text has joined it, too', async () => {
  const { tab, backend, takeBack, post, expectBothAskedAfter } = await openWithTwo()
  const { open, passed } = gate()
  backend.faults.before = (request) => (isWriting(request) ? passed.then(refuse) : undefined)
  await post()
  await tab.send('Third.')
  open()
  await takeBack()
  await expect.poll(() => tab.field().value).toBe('First.\n\nSecond.\n\nThird.')
  await expectBothAskedAfter()
})

test('a plain text that is taken back to a formatted one stays as it was shown', async () => {
  const { tab, backend } = await openTab()
  const { open, passed } = gate()
  backend.faults.before = (request) =>
    isPost(request) ? passed.then(() => problemAnswer({ code: 'unavailable' })) : undefined
  await tab.send('2 * 3 * 4')
  await goOn(tab, 'In **bold**')
  await tab.user.click(tab.screen.getByRole('button', { name: 'Formatting', pressed: false }))
  open()
  await tab.user.click(await tab.screen.findByRole('button', { name: 'Take back and edit' }))
  await expect.poll(() => tab.field().value).toBe('In **bold**\n\n2 \\* 3 \\* 4')
  expect(tab.screen.getByRole('button', { name: 'Formatting', pressed: true })).toBeVisible()
})

test.for([
  ['comment', 'Comment by Ada'],
  ['reply', 'Reply by Ada to wjm'],
] as const)(
  'a %s that the closing of the discussion overtakes stands in its composer, and after a reload in its place, with the reason',
  async ([kind, name]) => {
    const { tab, backend, browser } = await openTab()
    const { open, passed } = gate()
    backend.faults.before = (request) => (isPost(request) ? passed : undefined)
    await (kind === 'reply' ? reply(tab, 'wjm', 'A last word.') : tab.send('A last word.'))
    await expect.poll(focused).toMatch(/^pending-/)
    await closeDiscussion(backend)
    open()
    expect(await tab.screen.findByRole('alert')).toHaveTextContent('closed meanwhile')
    const field = tab.screen.getByDisplayValue('A last word.')
    await expect.poll(() => document.activeElement).toBe(field)
    await tab.user.keyboard(' Really.')
    tab.close()
    for (const _ of ['first', 'second']) {
      const { tab: again } = await openTab({ backend, browser })
      const article = await again.screen.findByRole('article', { name })
      expect(article).toHaveTextContent('A last word. Really.')
      expect(article).toHaveTextContent('The discussion was closed meanwhile.')
      again.close()
    }
    expect(await posted(backend)).toEqual([])
  },
)

test.for([
  ['comment', 'Comment by Ada'],
  ['reply', 'Reply by Ada to wjm'],
] as const)(
  'a %s that was on its way when the page was left, and the discussion is closed by now, stays in its place, with the reason',
  async ([kind, name]) => {
    const { tab, backend, browser } = await openTab()
    browser.network.set(false)
    await (kind === 'reply' ? reply(tab, 'wjm', 'A last word.') : tab.send('A last word.'))
    await tab.user.click(tab.screen.getByRole('button', { name: 'Collapse all' }))
    tab.close()
    await closeDiscussion(backend)
    const { tab: again } = await openTab({ backend, browser })
    act(() => browser.network.set(true))
    expect(await again.screen.findByRole('alert')).toHaveTextContent('closed meanwhile')
    const article = again.screen.getByRole('article', { name })
    expect(article).toHaveTextContent('A last word.')
    expect(article).toBeVisible()
  },
)
