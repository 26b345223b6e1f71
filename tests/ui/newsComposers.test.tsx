import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { commentBy, follows, post } from '../support/newsFrom.ts'
import { openDiscussion } from '../support/openDiscussion.tsx'

test('a composer that is open is not touched by what comes', async () => {
  const { user, backend } = await openDiscussion()
  await follows(backend)
  await user.click(screen.getByRole('button', { name: 'Reply to Hapa' }))
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Your reply' })
  await user.type(field, 'Half a thought')
  field.setSelectionRange(4, 6)
  await post(backend, 'Zoe', 'In between.', commentBy(backend, 'Hapa'))
  await user.click(await screen.findByRole('button', { name: 'Show 1 new reply to Hapa' }))
  await screen.findByRole('article', { name: 'Reply by Zoe to Hapa' })
  expect(screen.getByRole('textbox', { name: 'Your reply' })).toBe(field)
  expect(field).toHaveValue('Half a thought')
  expect([field.selectionStart, field.selectionEnd]).toEqual([4, 6])
})

test('a composer that is open in a branch is not touched as that grows long', async () => {
  const { user, backend } = await openDiscussion()
  await follows(backend)
  const answered = commentBy(backend, 'Hapa')
  await post(backend, 'Zoe', 'In between.', answered)
  await user.click(await screen.findByRole('button', { name: 'Show 1 new reply to Hapa' }))
  await user.click(await screen.findByRole('button', { name: 'Reply to Zoe' }))
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Your reply' })
  await user.type(field, 'Half a thought')
  for (let count = 1; count <= 25; count += 1) await post(backend, `Yann ${count}`, 'And so on.', answered)
  await user.click(await screen.findByRole('button', { name: 'Show 25 new replies to Hapa' }))
  await screen.findByRole('article', { name: 'Reply by Yann 25 to Hapa' })
  expect(screen.getByRole('textbox', { name: 'Your reply' })).toBe(field)
  expect(field).toHaveValue('@Zoe, Half a thought')
})

test('a composer stays as it is when the replies beside it become many', async () => {
  const { user, backend } = await openDiscussion()
  await follows(backend)
  const thread = commentBy(backend, 'wjm')
  for (let count = 0; count < 25; count += 1) await post(backend, `Reader ${count}`, 'One of many.', thread)
  await user.click(await screen.findByRole('button', { name: 'Show 25 new replies to wjm' }))
  await user.click(await screen.findByRole('button', { name: 'Reply to Reader 3' }))
  const field = screen.getByRole('textbox', { name: 'Your reply' })
  await user.type(field, 'Half')
  await post(backend, 'Zoe', 'One more.', thread)
  await user.click(await screen.findByRole('button', { name: 'Show 1 new reply to wjm' }))
  await screen.findByRole('article', { name: 'Reply by Zoe to wjm' })
  expect(screen.getByRole('textbox', { name: 'Your reply' })).toBe(field)
})
