import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openDiscussion } from '../support/openDiscussion.tsx'

const shown = () => screen.getAllByRole('article').length - 1

test('a thread folds by its button, says how many replies it hides, and is announced', async () => {
  const { user } = await openDiscussion()
  await user.click(screen.getByRole('button', { name: 'Collapse thread by john smith' }))
  const button = screen.getByRole('button', { name: 'Expand thread by john smith, 4 replies' })
  expect(button).toHaveAttribute('aria-expanded', 'false')
  expect(button).toHaveFocus()
  expect(button).toHaveTextContent('4 replies')
  expect(screen.getByRole('status')).toHaveTextContent('Thread collapsed')
  expect(screen.queryByRole('article', { name: 'Reply by Jaimie to john smith' })).toBeNull()
  expect(screen.getByRole('article', { name: 'Comment by john smith' })).toBeInTheDocument()
  await user.click(button)
  expect(shown()).toBe(25)
})

test('what is folded is left to find-in-page, which opens it', async () => {
  const { user } = await openDiscussion()
  const reply = screen.getByRole('article', { name: 'Reply by Jaimie to john smith' })
  await user.click(screen.getByRole('button', { name: 'Collapse thread by john smith' }))
  const hidden = reply.closest('[hidden]')!
  expect(hidden).toHaveAttribute('hidden', 'until-found')
  hidden.dispatchEvent(new Event('beforematch', { bubbles: true }))
  expect(await screen.findByRole('article', { name: 'Reply by Jaimie to john smith' })).toBe(reply)
})

test('a fold outlives a reload', async () => {
  const { user, reload } = await openDiscussion()
  await user.click(screen.getByRole('button', { name: 'Collapse thread by Hapa' }))
  expect(shown()).toBe(24)
  await reload()
  expect(shown()).toBe(24)
})

test('a branch folds by its line too, and focus goes to its button', async () => {
  const { user } = await openDiscussion()
  const item = screen.getByRole('article', { name: 'Comment by wjm' }).closest('li')!
  await user.click(within(item).getByRole('button', { name: '', hidden: true }))
  expect(screen.getByRole('button', { name: 'Expand thread by wjm, 1 reply' })).toHaveFocus()
})

test('all threads fold and unfold at once', async () => {
  const { user } = await openDiscussion()
  await user.click(screen.getByRole('button', { name: 'Collapse all' }))
  expect(shown()).toBe(9)
  expect(screen.getByRole('status')).toHaveTextContent('All threads collapsed')
  await user.click(screen.getByRole('button', { name: 'Expand all' }))
  expect(shown()).toBe(25)
})

test('a permalink opens what is folded above its comment, and focuses it', async () => {
  const { user, reload } = await openDiscussion()
  const { id } = screen.getByRole('article', { name: 'Reply by Pete to Hapa' })
  await user.click(screen.getByRole('button', { name: 'Collapse all' }))
  history.replaceState(null, '', `#${id}`)
  await reload()
  await expect.poll(() => document.activeElement?.id).toBe(id)
  expect(document.activeElement?.closest('[hidden]')).toBeNull()
})
