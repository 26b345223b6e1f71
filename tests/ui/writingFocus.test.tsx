import { act, screen, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { UNDO_MS } from '../../src/ui/drafts/useDraft.ts'
import { openDiscussion, startBackend } from '../support/openDiscussion.tsx'
import { isPost, isWriting, openTab, postByBrook, refuse } from '../support/outboxTabs.ts'
import { openWritingTab } from '../support/openWritingTab.tsx'
import { createBrowser } from '../support/writingBrowser.ts'

afterEach(() => vi.useRealTimers())

test('who comes back to a composer types on there, with every key, when what was sent from it is posted', async () => {
  const { tab, backend } = await openTab()
  let letThrough = () => {}
  const isLetThrough = new Promise<void>((resolve) => (letThrough = resolve))
  backend.faults.before = (request) => (isPost(request) ? isLetThrough : undefined)
  await tab.send('One.')
  await expect.poll(() => document.activeElement?.id).toMatch(/^pending-/)
  await tab.user.click(tab.field())
  await tab.user.keyboard('Tw')
  letThrough()
  await expect.poll(() => tab.screen.getByRole('status').textContent).toBe('Comment posted')
  await tab.user.keyboard('o.')
  expect(tab.field()).toHaveValue('Two.')
})

test('who tries again by keyboard what was refused is led to it once it is posted', async () => {
  const { tab, backend } = await openTab()
  backend.faults.before = (request) => (isWriting(request) ? refuse() : undefined)
  await tab.send('One.')
  await tab.screen.findByRole('alert')
  delete backend.faults.before
  act(() => tab.screen.getByRole('button', { name: 'Try again' }).focus())
  await tab.user.keyboard('{Enter}')
  await expect.poll(() => tab.screen.getByRole('status').textContent).toBe('Comment posted')
  await expect.poll(() => document.activeElement?.id).toMatch(/^comment-/)
})

test.for([true, false])(
  'when the time is over in which a discarded text can be had back, focus goes from there to the text, if it is there: %s',
  async (isThere) => {
    const { user } = await openDiscussion()
    const form = within(screen.getByRole('form', { name: 'Post a comment' }))
    const field = form.getByRole('textbox', { name: 'Comment' })
    await user.type(field, 'Half a thought')
    const discard = await form.findByRole('button', { name: 'Discard' })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    await act(async () => (discard.focus(), discard.click()))
    expect(field).toHaveFocus()
    const undo = form.getByRole('button', { name: 'Undo' })
    const focused = isThere ? undo : form.getByRole('button', { name: 'Post comment' })
    act(() => focused.focus())
    await act(async () => vi.advanceTimersByTime(UNDO_MS))
    expect(undo).not.toBeInTheDocument()
    expect(isThere ? field : focused).toHaveFocus()
  },
)

test('what is wrong is announced where focus is in that field already, each time, and else reached by focus', async () => {
  const { user } = await openDiscussion()
  const status = screen.getByRole('status')
  const field = screen.getByRole('textbox', { name: 'Comment' })
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Ada')
  await user.click(screen.getByRole('button', { name: 'Post comment' }))
  await expect.poll(() => document.activeElement).toBe(field)
  expect(field).toHaveAccessibleDescription('Write something first.')
  expect(status.textContent).toBe('')
  for (let times = 0; times < 2; times += 1) {
    const before = status.firstElementChild
    await user.keyboard('{Control>}{Enter}{/Control}')
    await expect.poll(() => status.firstElementChild).not.toBe(before)
    expect(status).toHaveTextContent('Write something first.')
  }
})

test('near the limit the characters that are left are announced at few steps, not at every key', async () => {
  const { user } = await openDiscussion()
  const field = screen.getByRole('textbox', { name: 'Comment' })
  await user.click(field)
  await screen.findByRole('button', { name: 'Formatting' })
  const said = hearAnnouncements()
  await user.paste('x'.repeat(9_499))
  await user.keyboard('xyz')
  await user.paste('x'.repeat(397))
  await user.keyboard('xyz')
  await user.paste('x'.repeat(110))
  await user.keyboard('{Backspace}'.repeat(13))
  expect(field).toHaveAccessibleDescription('1 character left')
  await expect
    .poll(said)
    .toEqual(['500 characters left', '100 characters left', '12 characters too many', '0 characters left'])
})

test('a name that looks like that of somebody here is announced once, however many composers warn of it', async () => {
  const { user } = await openDiscussion()
  const said = hearAnnouncements()
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Нара')
  await user.type(screen.getByRole('textbox', { name: 'Comment' }), 'Me')
  const warning = /^Your name looks like that of somebody else here, “Hapa”/
  await expect.poll(said).toEqual([expect.stringMatching(warning)])
  await user.click(screen.getByRole('button', { name: 'Reply to wjm' }))
  await user.type(screen.getByRole('textbox', { name: 'Your reply' }), 'Me')
  await expect.poll(() => screen.getAllByText(warning, { selector: 'p' })).toHaveLength(2)
  expect(said()).toHaveLength(1)
})

test('a name is warned of once somebody writes whose name looks like it', async () => {
  const { tab, backend } = await openTab()
  await tab.user.type(tab.screen.getByRole('textbox', { name: 'Name' }), 'Вrook')
  await tab.user.type(tab.field(), 'Me')
  expect(tab.screen.queryByText(/^Your name looks like/)).toBeNull()
  await postByBrook(backend)
  expect(
    await tab.screen.findByText(/^Your name looks like that of somebody else here, “Brook”/),
  ).toBeVisible()
})

test('that the browser cannot store a text is announced', async () => {
  const browser = createBrowser()
  browser.storage.fill()
  const tab = await openWritingTab({ backend: await startBackend(), browser })
  await tab.user.type(tab.field(), 'Only here')
  await expect
    .poll(() => tab.screen.getByRole('status').textContent)
    .toBe('This browser could not store your text: it is lost if you leave this page.')
})

/** Gives all that is announced from now on. */
function hearAnnouncements(): () => string[] {
  const said: string[] = []
  const status = screen.getByRole('status')
  const observer = new MutationObserver(() => said.push(status.textContent))
  observer.observe(status, { childList: true, subtree: true, characterData: true })
  return () => said
}
