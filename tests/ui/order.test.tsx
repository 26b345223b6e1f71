import { fireEvent, screen } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { openDiscussion, startBackend } from '../support/openDiscussion.tsx'
import { openInShadow } from '../support/openInShadow.tsx'

beforeEach(() => history.replaceState(null, '', '/'))

const order = () => screen.getByRole<HTMLSelectElement>('combobox', { name: 'Sort by' }).value
const first = () => screen.getAllByRole('article', { name: /^Comment by/ })[0]?.getAttribute('aria-label')

test('the order that is chosen stands in the address, and is remembered on the device', async () => {
  history.replaceState({ of: 'the page' }, '', '/?faults=latency:1#discussion')
  const { user, reload } = await openDiscussion()
  const newest = first()
  const steps = history.length
  await user.selectOptions(screen.getByRole('combobox', { name: 'Sort by' }), 'Oldest first')
  await expect.poll(first).not.toBe(newest)
  const oldest = first()
  expect(new URLSearchParams(location.search).get('order')).toBe('oldest')
  expect(new URLSearchParams(location.search).get('faults')).toBe('latency:1')
  expect(location.hash).toBe('#discussion')
  expect([history.length, history.state]).toEqual([steps, { of: 'the page' }])

  history.replaceState(null, '', '/')
  const again = await reload()
  await expect.poll(first).toBe(oldest)
  expect(order()).toBe('oldest')
  expect(location.search).toBe('')
  await again.user.selectOptions(screen.getByRole('combobox', { name: 'Sort by' }), 'Newest first')
  await expect.poll(first).toBe(newest)
  expect(location.search).toBe('')
})

test('what the address asks for counts more than what is remembered, unless it is no order', async () => {
  localStorage.setItem('soundoff:order', 'oldest')
  history.replaceState(null, '', '/?order=replies')
  const { reload } = await openDiscussion()
  expect(order()).toBe('replies')
  history.replaceState(null, '', '/?order=loudest')
  await reload()
  expect(order()).toBe('oldest')
})

test('in an element it is remembered, and the address of the page is left alone', async () => {
  const backend = await startBackend()
  history.replaceState(null, '', '/?order=replies')
  const { screen: element } = await openInShadow(backend)
  expect(element.getByRole('combobox', { name: 'Sort by' })).toHaveValue('newest')
  // The library's own choosing goes on without end in shadow roots.
  fireEvent.change(element.getByRole('combobox', { name: 'Sort by' }), { target: { value: 'oldest' } })
  expect(localStorage.getItem('soundoff:order')).toBe('oldest')
  expect(location.search).toBe('?order=replies')
  const later = await openInShadow(backend)
  expect(later.screen.getByRole('combobox', { name: 'Sort by' })).toHaveValue('oldest')
})

test('a composer below what was posted since stays as it is when it stands last instead of first', async () => {
  const { user } = await openDiscussion()
  const sortBy = async (order: string) => {
    await user.selectOptions(screen.getByRole('combobox', { name: 'Sort by' }), order)
    await expect.poll(() => screen.getByRole('status').textContent).toBe(`Sorted: ${order}`)
  }
  await sortBy('Oldest first')
  await sortBy('Newest first')
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Zenobia')
  await user.type(screen.getByRole('textbox', { name: 'Comment' }), 'New here.')
  await user.click(screen.getByRole('button', { name: 'Post comment' }))
  await expect.poll(() => screen.getByRole('article', { name: 'Comment by Zenobia' }).id).toMatch(/^comment-/)
  await user.click(screen.getByRole('button', { name: 'Reply to Zenobia' }))
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Your reply' })
  await user.type(field, 'Half a thought')
  field.setSelectionRange(4, 6)

  expect(first()).toBe('Comment by Zenobia')
  await sortBy('Oldest first')
  expect(first()).not.toBe('Comment by Zenobia')
  expect(screen.getByRole('textbox', { name: 'Your reply' })).toBe(field)
  expect([field.value, field.selectionStart, field.selectionEnd]).toEqual(['Half a thought', 4, 6])
})
