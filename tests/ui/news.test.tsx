import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { commentBy, follows, post } from '../support/newsFrom.ts'
import { openDiscussion, startBackend } from '../support/openDiscussion.tsx'

test('what others post is counted, announced and left out until it is asked for', async () => {
  const { user, backend } = await openDiscussion()
  await follows(backend)
  const before = ids()
  await post(backend, 'Zoe', 'A new thread.')
  await post(backend, 'Yann', 'Another one.')
  await post(backend, 'Xaver', 'An answer.', commentBy(backend, 'Hapa'))
  const button = await screen.findByRole('button', { name: 'Show 3 new comments' })
  await expect.poll(() => screen.getByRole('status').textContent).toBe('3 new comments')
  expect(ids()).toEqual(before)
  expect(heading()).not.toHaveTextContent('posted since')

  await user.click(button)
  await expect.poll(() => ids().length).toBe(before.length + 3)
  expect(names().slice(0, 3)).toEqual(['Comment by Yann', 'Comment by Zoe', 'Comment by Jdrtjghk Ssdfgjsdg'])
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('Comment by Yann')
  expect(heading()).toHaveTextContent('3 more were posted since')
  expect(screen.queryByRole('button', { name: /^Show \d+ new/ })).toBeNull()
})

test('a new reply is counted at the comment that it stands below, and shown there alone', async () => {
  const { user, backend } = await openDiscussion()
  await follows(backend)
  const answered = commentBy(backend, 'wjm')
  await post(backend, 'Zoe', 'A new thread.')
  const reply = await post(backend, 'Xaver', 'An answer.', answered)
  await post(backend, 'Yann', 'And one to it.', reply)
  const button = await screen.findByRole('button', { name: 'Show 2 new replies to wjm' })
  await user.click(button)
  await expect.poll(() => document.activeElement?.id).toBe(`comment-${reply}`)
  expect(await screen.findByRole('article', { name: 'Reply by Yann to Xaver' })).toBeInTheDocument()
  expect(screen.getByRole('button', { name: 'Show 1 new comment' })).toBeInTheDocument()
  expect(screen.queryByRole('article', { name: 'Comment by Zoe' })).toBeNull()
})

test('what is edited or deleted elsewhere is so here, in its place', async () => {
  const { backend } = await openDiscussion()
  await follows(backend)
  const { articleId, store } = backend
  const revise = (name: string, changes: object) =>
    store.revise(articleId as never, commentBy(backend, name), (comment) => ({
      ...comment,
      revision: comment.revision + 1,
      ...changes,
    }))
  await revise('Hapa', { body: 'On second thoughts.', editedAt: new Date().toISOString() })
  await revise('wjm', { status: 'deleted' })
  await post(backend, 'Zoe', 'Which tells that something changed.')
  const edited = await screen.findByText('On second thoughts.')
  expect(edited.closest('article')).toHaveTextContent('edited')
  const deleted = document.getElementById(`comment-${commentBy(backend, 'wjm')}`)!
  expect(deleted).toHaveTextContent('This comment was deleted.')
  expect(within(deleted).queryByRole('button', { name: /^Reply/ })).toBeNull()
})

test('one’s own comment is no news, even if it is told before it is acknowledged', async () => {
  const { user, backend } = await openDiscussion()
  await follows(backend)
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  backend.faults.after = async (request, answer) => {
    if (request.method === 'POST') await held
    return answer
  }
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Zoe')
  await user.type(screen.getByRole('textbox', { name: 'Comment' }), 'My own.')
  await user.click(screen.getByRole('button', { name: 'Post comment' }))
  await post(backend, 'Yann', 'Of somebody else.')
  await screen.findByRole('button', { name: 'Show 1 new comment' })
  release()
  await expect.poll(() => screen.getByRole('article', { name: 'Comment by Zoe' }).id).toMatch(/^comment-/)
  expect(screen.getByRole('button', { name: 'Show 1 new comment' })).toBeInTheDocument()
})

test('where the discussion was set back, all of it is offered as it is now', async () => {
  const { user, backend } = await openDiscussion()
  await follows(backend)
  await post(backend, 'Zoe', 'Soon gone.')
  await user.click(await screen.findByRole('button', { name: 'Show 1 new comment' }))
  await screen.findByRole('article', { name: 'Comment by Zoe' })
  await backend.store.importDiscussion(backend.transcript, { replace: true })
  await post(backend, 'Yann', 'After that.')
  const button = await screen.findByRole('button', { name: 'Show the discussion as it is now' })
  await expect.poll(() => screen.getByRole('status').textContent).toBe('The discussion has changed')
  await user.click(button)
  await screen.findByRole('article', { name: 'Comment by Yann' })
  expect(screen.queryByRole('article', { name: 'Comment by Zoe' })).toBeNull()
  await expect.poll(() => document.activeElement?.id).toBe('discussion')
})

test('what came after the discussion was read anew stays, and so does one’s own comment', async () => {
  const { user, backend } = await openDiscussion()
  await follows(backend)
  await post(backend, 'Ute', 'Soon gone.')
  await post(backend, 'Tom', 'Soon gone, too.')
  await screen.findByRole('button', { name: 'Show 2 new comments' })
  await backend.store.importDiscussion(backend.transcript, { replace: true })
  await post(backend, 'Zoe', 'Which tells that all is new.')
  const button = await screen.findByRole('button', { name: 'Show 1 new comment' })
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  backend.faults.after = async ({ method, url }, answer) => {
    if (method === 'GET' && url.includes('/comments')) await held
    return answer
  }
  await user.click(button)
  await post(backend, 'Yann', 'While it is read.')
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Xaver')
  await user.type(screen.getByRole('textbox', { name: 'Comment' }), 'Mine.')
  await user.click(screen.getByRole('button', { name: 'Post comment' }))
  await expect.poll(() => screen.getByRole('article', { name: 'Comment by Xaver' }).id).toMatch(/^comment-/)
  release()
  await screen.findByRole('article', { name: 'Comment by Zoe' })
  expect(screen.getByRole('article', { name: 'Comment by Xaver' })).toBeInTheDocument()
  await user.click(await screen.findByRole('button', { name: 'Show 1 new comment' }))
  await screen.findByRole('article', { name: 'Comment by Yann' })
})

test('new comments are shown, and have focus, where their thread is folded', async () => {
  const { user, backend } = await openDiscussion()
  await follows(backend)
  await user.click(screen.getByRole('button', { name: 'Collapse all' }))
  const reply = await post(backend, 'Zoe', 'An answer.', commentBy(backend, 'john smith'))
  await user.click(await screen.findByRole('button', { name: 'Show 1 new comment' }))
  await expect.poll(() => document.activeElement?.id).toBe(`comment-${reply}`)
  expect(document.activeElement?.closest('[hidden]')).toBeNull()
})

test('of new threads that stand last, oldest first, the first has focus', async () => {
  const { user, backend } = await openDiscussion()
  await follows(backend)
  await user.selectOptions(screen.getByRole('combobox', { name: 'Sort by' }), 'Oldest first')
  await expect.poll(() => screen.getByRole('status').textContent).toBe('Sorted: Oldest first')
  for (const name of ['Zoe', 'Yann', 'Xaver']) await post(backend, name, 'New.')
  await user.click(await screen.findByRole('button', { name: 'Show 3 new comments' }))
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('Comment by Zoe')
  expect(names().slice(-3)).toEqual(['Comment by Zoe', 'Comment by Yann', 'Comment by Xaver'])
})

test('what a page of another order was read with is no news any more, and stands in its place there', async () => {
  const { user, backend } = await openDiscussion()
  await follows(backend)
  await post(backend, 'Zoe', 'A new thread.')
  await screen.findByRole('button', { name: 'Show 1 new comment' })
  await user.selectOptions(screen.getByRole('combobox', { name: 'Sort by' }), 'Oldest first')
  await expect.poll(() => names().at(-1)).toBe('Comment by Zoe')
  await expect.poll(() => screen.queryByRole('button', { name: /^Show \d+ new/ })).toBeNull()
  await user.selectOptions(screen.getByRole('combobox', { name: 'Sort by' }), 'Newest first')
  await expect.poll(() => names()[0]).toBe('Comment by Zoe')
  expect(names().filter((name) => name === 'Comment by Zoe')).toHaveLength(1)
  expect(heading()).toHaveTextContent('1 more was posted since')
})

test('more than can be told one by one are counted, and all is read anew when they are asked for', async () => {
  const backend = await startBackend()
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  backend.faults.before = ({ url }) => (/\/(changes|events)/.test(url) ? held : undefined)
  const { user } = await openDiscussion({ backend })
  const before = ids()
  for (let count = 1; count <= 420; count += 1) await post(backend, `Reader ${count}`, `Of many ${count}.`)
  release()
  const button = await screen.findByRole('button', { name: 'Show 420 new comments' })
  expect(ids()).toEqual(before)
  await user.click(button)
  await expect.poll(() => names()[0]).toBe('Comment by Reader 420')
  expect(heading()).toHaveTextContent('420 more were posted since')
  await expect.poll(() => document.activeElement?.id).toBe('discussion')
})

function heading() {
  return screen.getByRole('heading', { level: 2 })
}

function ids(): string[] {
  const comments = screen.getByRole('region', { name: 'Discussion' }).querySelectorAll('article')
  return Array.from(comments, ({ id }) => id)
}

function names(): (string | null)[] {
  return screen
    .getAllByRole('article', { name: /^Comment by/ })
    .map((each) => each.getAttribute('aria-label'))
}
