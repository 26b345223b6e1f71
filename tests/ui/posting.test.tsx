import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { onlineManager } from '@tanstack/react-query'
import { expect, onTestFinished, test } from 'vitest'
import { openDiscussion, startBackend } from '../support/openDiscussion.tsx'

type User = Awaited<ReturnType<typeof openDiscussion>>['user']

async function writeReply(user: User, name: string, text: string) {
  await user.click(screen.getByRole('button', { name: `Reply to ${name}` }))
  const form = within(screen.getByRole('form', { name: `Reply to ${name}` }))
  const nameField = form.queryByRole('textbox', { name: 'Name' })
  if (nameField) await user.type(nameField, 'Ada')
  await user.type(form.getByRole('textbox', { name: 'Your reply' }), text)
  return form
}

test('a posted comment stands first, is announced, has focus, and leaves an empty composer', async () => {
  const { user } = await openDiscussion()
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Ada')
  await user.type(screen.getByRole('textbox', { name: 'Comment' }), 'First of all.')
  await user.click(screen.getByRole('button', { name: 'Post comment' }))
  await expect.poll(() => screen.getByRole('article', { name: 'Comment by Ada' }).id).toMatch(/^comment-/)
  const posted = screen.getByRole('article', { name: 'Comment by Ada' })
  await expect.poll(() => document.activeElement).toBe(posted)
  expect(screen.getAllByRole('article', { name: /^Comment by/ })[0]).toBe(posted)
  expect(screen.getByRole('status')).toHaveTextContent('Comment posted')
  expect(screen.getByRole('textbox', { name: 'Comment' })).toHaveValue('')
  expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent('1 more was posted since')
})

test('a reply that the server refuses keeps its draft and says why, and can be sent again', async () => {
  const { user, backend } = await openDiscussion()
  backend.faults.before = ({ method }) => {
    if (method === 'POST') throw new TypeError('no network')
  }
  const form = await writeReply(user, 'Hapa', 'I see it differently.')
  await user.click(form.getByRole('button', { name: 'Post reply' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('could not be reached')
  expect(screen.getByRole('alert')).toHaveTextContent('Not posted')
  expect(screen.getByRole('textbox', { name: 'Your reply' })).toHaveValue('I see it differently.')
  await expect.poll(() => screen.queryByRole('article', { name: 'Reply by Ada to Hapa' })).toBeNull()

  delete backend.faults.before
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  const reply = await screen.findByRole('article', { name: 'Reply by Ada to Hapa' })
  expect(reply).toHaveTextContent('I see it differently.')
  await expect.poll(() => screen.getByRole('status').textContent).toBe('Reply posted')
  await expect.poll(() => screen.queryByRole('form', { name: 'Reply to Hapa' })).toBeNull()
})

test('an answer that is lost after the backend kept the comment leads to one comment, and no alarm', async () => {
  const { user, backend } = await openDiscussion()
  backend.faults.after = (request, answer) => {
    if (request.method === 'POST') throw new TypeError('connection reset')
    return answer
  }
  const form = await writeReply(user, 'Hapa', 'Once only.')
  await user.click(form.getByRole('button', { name: 'Post reply' }))
  await expect
    .poll(() => screen.getByRole('article', { name: 'Reply by Ada to Hapa' }).id)
    .toMatch(/^comment-/)
  expect(screen.queryByRole('alert')).toBeNull()
  expect(screen.getAllByText('Once only.')).toHaveLength(1)
  expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent('1 more was posted since')
})

test('a comment on its way stands in its place as sending, and a second click sends nothing', async () => {
  const { user, backend } = await openDiscussion()
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  let posts = 0
  backend.faults.before = ({ method }) => {
    if (method !== 'POST') return
    posts += 1
    return held
  }
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Ada')
  await user.type(screen.getByRole('textbox', { name: 'Comment' }), 'Slowly.')
  await user.dblClick(screen.getByRole('button', { name: 'Post comment' }))
  const pending = await screen.findByRole('article', { name: 'Comment by Ada' })
  expect(pending).toHaveTextContent('Sending')
  expect(pending).toHaveTextContent('Slowly.')
  await user.click(screen.getByRole('button', { name: 'Post comment' }))
  await user.keyboard('{Control>}{Enter}{/Control}')
  release()
  await expect.poll(() => screen.getByRole('article', { name: 'Comment by Ada' }).id).toMatch(/^comment-/)
  expect(posts).toBe(1)
})

test('a draft outlives a closed reply box and a reload, and its box is open again', async () => {
  const { user, reload } = await openDiscussion()
  await writeReply(user, 'wjm', 'Half a thou')
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(screen.getByRole('button', { name: 'Reply to wjm' })).toHaveFocus()
  await user.click(screen.getByRole('button', { name: 'Reply to wjm' }))
  expect(screen.getByRole('textbox', { name: 'Your reply' })).toHaveValue('Half a thou')
  await user.type(screen.getByRole('textbox', { name: 'Comment' }), 'Another')
  await reload()
  expect(await screen.findByRole('textbox', { name: 'Your reply' })).toHaveValue('Half a thou')
  expect(screen.getByRole('textbox', { name: 'Comment' })).toHaveValue('Another')
})

test('a draft stays while the order of the threads changes', async () => {
  const { user } = await openDiscussion()
  await writeReply(user, 'cmaenergy', 'Chickens do not crow.')
  await user.selectOptions(screen.getByRole('combobox', { name: 'Sort by' }), 'Oldest first')
  await expect
    .poll(() => screen.getAllByRole('article', { name: /^Comment by/ })[0]?.getAttribute('aria-label'))
    .toBe('Comment by cmaenergy')
  expect(screen.getByRole('textbox', { name: 'Your reply' })).toHaveValue('Chickens do not crow.')
})

test('a refused text can be changed and sent again as it then is', async () => {
  const { user, backend } = await openDiscussion()
  backend.faults.before = ({ method }) => {
    if (method === 'POST') throw new TypeError('no network')
  }
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Ada')
  await user.type(screen.getByRole('textbox', { name: 'Comment' }), 'One')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByRole('alert')
  await user.type(screen.getByRole('textbox', { name: 'Comment' }), ' and two')
  delete backend.faults.before
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('article', { name: 'Comment by Ada' })).toHaveTextContent('One and two')
})

test('at the deepest level an answer stands one level up and begins with the name of the person', async () => {
  const { user } = await openDiscussion()
  const deepest = screen.getAllByRole('article', { name: 'Reply by Pete to Hapa' })[0]!
  await user.click(within(deepest).getByRole('button', { name: 'Reply to Pete' }))
  const form = within(screen.getByRole('form', { name: 'Reply to Pete' }))
  const text = form.getByRole('textbox', { name: 'Your reply' })
  expect(text).toHaveValue('@Pete, ')
  expect(text).toHaveFocus()
  await user.type(form.getByRole('textbox', { name: 'Name' }), 'Ada')
  await user.type(text, 'that was long ago.')
  await user.click(form.getByRole('button', { name: 'Post reply' }))
  expect(await screen.findByRole('article', { name: 'Reply by Ada to Hapa' })).toHaveTextContent(
    '@Pete, that was long ago.',
  )
})

test('an empty comment is not sent: each field says what it needs, and the first one has focus', async () => {
  const { user } = await openDiscussion()
  await user.click(screen.getByRole('button', { name: 'Post comment' }))
  const name = screen.getByRole('textbox', { name: 'Name' })
  await expect.poll(() => document.activeElement).toBe(name)
  expect(name).toHaveAccessibleDescription('Write your name, or a name you go by.')
  expect(screen.getByRole('textbox', { name: 'Comment' })).toHaveAccessibleDescription(
    'Write something first.',
  )
  await user.type(name, 'Ada')
  expect(name).toBeValid()
})

test('a text over the limit is counted in characters as people see them, and is not cut', async () => {
  const { user } = await openDiscussion()
  const text = '🙂'.repeat(10_001)
  await user.click(screen.getByRole('textbox', { name: 'Comment' }))
  await user.paste(text)
  expect(screen.getByRole('textbox', { name: 'Comment' })).toHaveAccessibleDescription('1 character too many')
  await user.click(screen.getByRole('button', { name: 'Post comment' }))
  expect(screen.getByRole('textbox', { name: 'Comment' })).toHaveValue(text)
  expect(screen.getByRole('textbox', { name: 'Comment' })).toHaveAccessibleDescription(
    /at most 10,000 characters/,
  )
})

test('Ctrl+Enter does not send while an input method is composing', async () => {
  const { user, backend } = await openDiscussion()
  const sent: string[] = []
  backend.faults.before = async (request) => {
    if (request.method === 'POST') sent.push(await request.text())
  }
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Ada')
  const field = screen.getByRole('textbox', { name: 'Comment' })
  await user.type(field, 'にほん')
  fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true, isComposing: true })
  await user.type(field, 'ご')
  fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true })
  expect(await screen.findByRole('article', { name: 'Comment by Ada' })).toHaveTextContent('にほんご')
  await expect.poll(() => screen.queryByText('Sending…')).toBeNull()
  expect(sent).toHaveLength(1)
})

test('the same text twice is told as such, with a link to the first', async () => {
  const { user } = await openDiscussion()
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Ada')
  for (let times = 0; times < 2; times += 1) {
    await user.type(screen.getByRole('textbox', { name: 'Comment' }), 'Me too')
    await user.click(screen.getByRole('button', { name: 'Post comment' }))
    await screen.findByRole('article', { name: 'Comment by Ada' })
    await expect.poll(() => screen.queryByText('Sending…')).toBeNull()
  }
  const posted = screen.getByRole('article', { name: 'Comment by Ada' })
  expect(screen.getByRole('link', { name: 'See the comment' })).toHaveAttribute('href', `#${posted.id}`)
  expect(screen.getByRole('textbox', { name: 'Comment' })).toHaveValue('Me too')
  expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent('1 more was posted since')
})

test('a name is remembered for replies, and can be changed there', async () => {
  const { user } = await openDiscussion({ backend: await startBackend() })
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Ada')
  await user.click(screen.getByRole('button', { name: 'Reply to Jaimie' }))
  const form = within(screen.getByRole('form', { name: 'Reply to Jaimie' }))
  expect(form.queryByRole('textbox', { name: 'Name' })).toBeNull()
  expect(form.getByText('Posting as Ada')).toBeInTheDocument()
  await user.click(form.getByRole('button', { name: 'Change name' }))
  expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('Ada')
  expect(form.getByRole('textbox', { name: 'Name' })).toHaveFocus()
})

test('without a network a comment waits for it, and goes when it is back', async () => {
  const { user } = await openDiscussion({ alwaysOnline: false })
  onTestFinished(() => onlineManager.setOnline(true))
  onlineManager.setOnline(false)
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Ada')
  await user.type(screen.getByRole('textbox', { name: 'Comment' }), 'From the train.')
  await user.click(screen.getByRole('button', { name: 'Post comment' }))
  const comment = () => screen.getByRole('article', { name: 'Comment by Ada' })
  await waitFor(() => expect(comment()).toHaveTextContent('Waiting for network'))
  onlineManager.setOnline(true)
  await expect.poll(() => comment().id).toMatch(/^comment-/)
  expect(comment()).not.toHaveTextContent('Waiting')
})
