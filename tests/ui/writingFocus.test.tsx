import { act, screen, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { UNDO_MS } from '../../src/ui/drafts/useDraft.ts'
import { createBrowserStorage } from '../support/browserStorage.ts'
import { openDiscussion, startBackend } from '../support/openDiscussion.tsx'
import { createBrowser, openWritingTab } from '../support/openWritingTab.tsx'

afterEach(() => vi.useRealTimers())

/** Two tabs, in which "There" and then "Here" were written at the same time; both have heard of it. */
async function openBesideAnother() {
  const backend = await startBackend()
  const browser = { ...createBrowser(), storage: createBrowserStorage('copied') }
  const other = await openWritingTab({ backend, browser })
  const tab = await openWritingTab({ backend, browser })
  await other.user.type(other.field(), 'There')
  await tab.user.type(tab.field(), 'Here')
  const deliver = () => act(async () => browser.storage.deliverAll())
  await deliver()
  await tab.screen.findByDisplayValue('There')
  return { tab, other, deliver }
}

test.for([
  ['Leave it out', 'Here'],
  ['Add it to my text', 'Here\n\nThere'],
])(
  'what another tab wrote is announced, and "%s" leads back to the text',
  async ([button = '', text = '']) => {
    const { tab } = await openBesideAnother()
    await expect
      .poll(() => tab.screen.getByRole('status').textContent)
      .toMatch(/^This was written here in another tab/)
    act(() => tab.screen.getByRole('button', { name: button }).focus())
    await tab.user.keyboard('{Enter}')
    expect(tab.field()).toHaveFocus()
    expect(tab.field()).toHaveValue(text)
    expect(tab.field().selectionEnd).toBe(text.length)
  },
)

test.for([
  ['Add it to my text', true],
  ['Post comment', false],
] as const)(
  'where another tab makes an offer go, focus on "%s" goes to the text: %s',
  async ([button, isMoved]) => {
    const { tab, other, deliver } = await openBesideAnother()
    const focused = tab.screen.getByRole('button', { name: button })
    act(() => focused.focus())
    other.screen.getByRole('button', { name: 'Leave it out' }).click()
    await deliver()
    expect(tab.screen.queryByDisplayValue('There')).toBeNull()
    expect(isMoved ? tab.field() : focused).toHaveFocus()
  },
)

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
