import { fireEvent, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openDiscussion, startBackend } from '../support/openDiscussion.tsx'
import { openInShadow } from '../support/openInShadow.tsx'

const tools = () => screen.findByRole('button', { name: 'Keys and display' })
const dialog = () => screen.findByRole('dialog', { name: 'Keys and display' })
const focused = () => document.activeElement?.id ?? ''
const hapa = () => screen.getAllByRole('article', { name: /by Hapa/ })[0]!
const named = () => document.activeElement?.getAttribute('aria-label') ?? ''

test('keys lead through the comments as they stand, past what is folded, up, down, and to the next thread', async () => {
  const { user } = await openDiscussion()
  await tools()
  const articles = [...document.querySelectorAll('article[id^="comment-"]')]
  const order = articles.map(({ id }) => id)
  await user.keyboard('j')
  await expect.poll(focused).toBe(order[0])
  await user.keyboard('jj')
  await expect.poll(focused).toBe(order[2])
  await user.keyboard('k')
  await expect.poll(focused).toBe(order[1])

  hapa().focus()
  await user.keyboard('c')
  await expect.poll(named).toMatch(/^Reply by .* to Hapa$/)
  await user.keyboard('u')
  await expect.poll(focused).toBe(hapa().id)
  await user.keyboard('t')
  const threads = articles.filter(({ parentElement }) => !parentElement!.parentElement!.closest('li'))
  const thread = threads.findIndex((each) => each.parentElement!.contains(hapa()))
  await expect.poll(focused).toBe(threads[thread + 1]!.id)

  hapa().focus()
  const below = hapa().parentElement!.querySelectorAll('article[id^="comment-"]').length
  await user.keyboard('f')
  await screen.findByRole('button', { name: /^Expand thread by Hapa/ })
  await user.keyboard('j')
  await expect.poll(focused).toBe(order[order.indexOf(hapa().id) + below])
  await user.keyboard('k')
  await expect.poll(focused).toBe(hapa().id)
  await user.keyboard('c')
  await expect.poll(named).toMatch(/^Reply by .* to Hapa$/)
  expect(screen.getByRole('button', { name: 'Collapse thread by Hapa' })).toBeInTheDocument()
  await user.keyboard('n')
  await expect.poll(() => screen.getByRole('status').textContent).toBe('No new comments')
})

test('a key opens the composer of a reply, another one the search, and where one types none of them counts', async () => {
  const { user } = await openDiscussion()
  await tools()
  hapa().focus()
  await user.keyboard('r')
  const field = await screen.findByRole('textbox', { name: 'Your reply' })
  await expect.poll(() => document.activeElement).toBe(field)
  await user.keyboard('jkntcufr/?')
  expect(field).toHaveValue('jkntcufr/?')
  expect(field).toHaveFocus()
  expect(screen.queryByRole('dialog')).toBeNull()
  screen.getByRole('button', { name: 'Reply to Hapa' }).focus()
  await user.keyboard('/')
  const search = screen.getByRole('searchbox', { name: 'Search this discussion' })
  await expect.poll(() => document.activeElement).toBe(search)
  await user.keyboard('j')
  expect(search).toHaveValue('j')
  // Nor do they with another key, nor in a list that letters choose from.
  const sorting = screen.getByRole('combobox', { name: 'Sort by' })
  sorting.focus()
  await user.keyboard('j?')
  expect(sorting).toHaveFocus()
  sorting.blur()
  await user.keyboard('{Control>}j{/Control}{Alt>}j{/Alt}{Meta>}j{/Meta}{Shift>}j{/Shift}')
  expect(document.activeElement).toBe(document.body)
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('the help tells every key, is opened by its own, and switches them off for every visit', async () => {
  const { user, reload } = await openDiscussion()
  await tools()
  await user.keyboard('?')
  const help = within(await dialog())
  const keys = help.getAllByRole('term').map(({ textContent }) => textContent)
  expect(keys).toEqual(['j', 'k', 't', 'u', 'c', 'n', 'f', 'r', '/', '?'])
  expect(help.getByText('Next new comment')).toBeInTheDocument()
  // In the dialog they do nothing.
  await user.keyboard('j')
  expect(document.querySelector('article:focus')).toBeNull()
  await user.click(help.getByRole('checkbox', { name: 'Use keyboard shortcuts' }))
  await user.click(help.getByRole('button', { name: 'Close' }))
  expect(screen.queryByRole('dialog')).toBeNull()
  await user.keyboard('j?')
  expect(document.querySelector('article:focus')).toBeNull()

  const again = await reload()
  await again.user.click(await tools())
  const off = within(await dialog()).getByRole('checkbox', { name: 'Use keyboard shortcuts' })
  expect(off).not.toBeChecked()
  await again.user.click(off)
  await again.user.click(within(await dialog()).getByRole('button', { name: 'Close' }))
  await again.user.keyboard('j')
  await expect.poll(focused).toMatch(/^comment-/)
})

test('how the discussion is shown is chosen, kept, and given back by another tab', async () => {
  const { user, reload } = await openDiscussion()
  const reading = () => document.documentElement.dataset['reading']
  await user.click(await tools())
  const help = within(await dialog())
  expect(help.getByRole('radio', { name: 'Comfortable' })).toBeChecked()
  expect(help.getByRole('radio', { name: 'Medium' })).toBeChecked()
  expect(reading()).toBeUndefined()
  await user.click(help.getByRole('radio', { name: 'Compact' }))
  await user.click(help.getByRole('radio', { name: 'Largest' }))
  expect(reading()).toBe('compact larger')
  delete document.documentElement.dataset['reading']
  const again = await reload()
  await expect.poll(reading).toBe('compact larger')
  await again.user.click(await tools())
  expect(within(await dialog()).getByRole('radio', { name: 'Largest' })).toBeChecked()
  localStorage.removeItem('soundoff:reading')
  fireEvent(window, new StorageEvent('storage', { storageArea: localStorage, key: 'soundoff:reading' }))
  await expect.poll(reading).toBeUndefined()
  expect(within(await dialog()).getByRole('radio', { name: 'Medium' })).toBeChecked()
})

test('whom the reader has muted stands there, too, with the way back', async () => {
  localStorage.setItem('soundoff:muted', '["Pete"]')
  const { user } = await openDiscussion()
  await user.click(await tools())
  await user.click(within(await dialog()).getByRole('button', { name: 'Unmute Pete' }))
  expect(localStorage.getItem('soundoff:muted')).toBeNull()
})

test('from the end of the discussion a link leads back to the article', async () => {
  const { user } = await openDiscussion()
  const link = await screen.findByRole('link', { name: 'Back to the article' })
  const all = screen.getAllByRole('link')
  expect(link.compareDocumentPosition(all.at(-2)!) & Node.DOCUMENT_POSITION_PRECEDING).toBeTruthy()
  await user.click(link)
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()
})

test('in somebody’s page they count only while focus is within the discussion, which keeps its own looks', async () => {
  const { root, screen: element } = await openInShadow(await startBackend())
  const button = await element.findByRole('button', { name: 'Keys and display' })
  fireEvent.keyDown(document.body, { key: 'j' })
  fireEvent.keyDown(document.body, { key: '?' })
  expect(root.activeElement).toBeNull()
  expect(element.queryByRole('dialog')).toBeNull()
  button.focus()
  // The button may be there a moment before keys are listened to.
  await expect
    .poll(() => {
      if (root.activeElement === button) fireEvent.keyDown(button, { key: 'j' })
      return root.activeElement?.id
    })
    .toMatch(/^comment-/)
  expect(element.queryByRole('link', { name: 'Back to the article' })).toBeNull()
})
