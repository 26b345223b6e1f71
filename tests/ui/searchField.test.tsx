import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, onTestFinished, test, vi } from 'vitest'
import { NAUGHTY_TEXTS, SCRIPTING_TEXTS } from '../support/hostileTexts.ts'
import { openDiscussion } from '../support/openDiscussion.tsx'
import { matchLinks, openSearch, searchField, searchPanel } from '../support/searchPage.tsx'

test('what is in the field is kept over a reload, and searched for on Enter', async () => {
  const { user, reload } = await openSearch()
  await user.type(searchField(), 'china')
  await matchLinks()
  await reload()
  await screen.findByRole('button', { name: 'People and activity' })
  await waitFor(() => expect(searchField()).toHaveValue('china'))
  expect(screen.queryByRole('region', { name: 'Search results' })).toBeNull()
  await user.type(searchField(), '{Enter}')
  expect((await matchLinks()).length).toBeGreaterThan(3)
})

test('what was typed before anything listened is searched for', async () => {
  const idle: (() => void)[] = []
  vi.stubGlobal('requestIdleCallback', (action: () => void) => idle.push(action))
  vi.stubGlobal('cancelIdleCallback', () => {})
  onTestFinished(() => void vi.unstubAllGlobals())
  const { user } = await openDiscussion()
  expect(screen.queryByRole('button', { name: 'People and activity' })).toBeNull()
  ;(searchField() as HTMLInputElement).value = 'china'
  vi.stubGlobal('requestIdleCallback', (action: () => void) => setTimeout(action))
  act(() => idle.forEach((action) => action()))
  expect((await matchLinks()).length).toBeGreaterThan(3)
  await user.click(screen.getByRole('button', { name: 'Remove “china”' }))
  expect(searchField()).toHaveValue('')
})

test('words that nothing can be found by are refused at the field', async () => {
  const { user } = await openSearch()
  await user.type(searchField(), '"')
  await waitFor(() => expect(searchField()).toBeInvalid())
  expect(searchField()).toHaveAccessibleDescription(/nothing that could be found/)
  expect(await searchPanel()).toHaveTextContent('Write a word, or part of one.')
  await user.type(searchField(), 'china')
  expect((await matchLinks()).length).toBeGreaterThan(3)
  expect(searchField()).not.toBeInvalid()
})

test('more words than may be asked for are refused at the field, and nothing is asked', async () => {
  const { backend } = await openSearch()
  const asked: string[] = []
  backend.faults.before = ({ url }) => void asked.push(url)
  fireEvent.input(searchField(), { target: { value: '\u6587'.repeat(2_000) } })
  await waitFor(() => expect(searchField()).toBeInvalid())
  expect(await searchPanel()).toHaveTextContent('Shorten it to 200 characters.')
  expect(asked.filter((url) => url.includes('/search'))).toEqual([])
})

test('Escape in an empty field gives focus back to where it came from', async () => {
  const { user } = await openSearch()
  const button = screen.getByRole('button', { name: 'Reply to Hapa' })
  button.focus()
  searchField().focus()
  await user.keyboard('a')
  await matchLinks()
  await user.keyboard('{Escape}')
  expect(searchField()).toHaveFocus()
  await user.keyboard('{Escape}')
  expect(button).toHaveFocus()
})

test('no text in the field is ever markup, or more than what it says', async () => {
  const { user } = await openSearch()
  const input = searchField()
  input.focus()
  for (const text of [...SCRIPTING_TEXTS, ...NAUGHTY_TEXTS].filter((_, index) => index % 5 === 0)) {
    ;(input as HTMLInputElement).value = text
    input.dispatchEvent(new Event('input', { bubbles: true }))
    await user.keyboard('{Enter}')
    if (text.trim() === '') continue
    const region = await searchPanel()
    await waitFor(() => expect(region).toHaveAttribute('aria-busy', 'false'))
    expect(region.querySelector('script, img, iframe, style, object, form, video, audio')).toBeNull()
    expect(within(region).queryByRole('alert')).toBeNull()
  }
}, 60_000)
