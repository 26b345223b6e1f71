import { act, screen, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { EDIT_WINDOW_MS } from '../../src/backend/editWindow.ts'
import { openDiscussion } from '../support/openDiscussion.tsx'

afterEach(() => vi.useRealTimers())

type Opened = Awaited<ReturnType<typeof openDiscussion>>

/** Opens the discussion and posts a comment, whose menu is then open. */
async function openOwn(text: string) {
  const opened = await openDiscussion()
  await opened.user.type(screen.getByRole('textbox', { name: 'Name' }), 'Ada')
  await opened.user.type(screen.getByRole('textbox', { name: 'Comment' }), text)
  await opened.user.click(screen.getByRole('button', { name: 'Post comment' }))
  await expect.poll(() => findOwn()?.id).toMatch(/^comment-/)
  return { ...opened, ...(await openMenu(opened)) }
}

function findOwn() {
  return screen.queryByRole('article', { name: 'Comment by Ada' })
}

async function openMenu({ user }: Pick<Opened, 'user'>, by = 'Ada') {
  await user.click(screen.getAllByRole('button', { name: `More actions for the comment by ${by}` })[0]!)
  return { id: findOwn()?.id.replace('comment-', '') ?? '' }
}

/** What somebody with the same right does to a comment elsewhere. */
async function editElsewhere({ backend }: Opened, id: string, body: string) {
  const discussionId = backend.transcript.discussion.id
  const commentId = id as never
  const editToken = localStorage.getItem(`soundoff:token:${id}`) ?? ''
  return backend.api.editComment({ discussionId, commentId, editToken, revision: 1, body })
}

/** Lets no request through until what this gives is called. */
function holdRequests({ faults }: Opened['backend']): () => void {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  faults.before = () => released
  return release
}

test('its writer edits a comment, which then says so, with when', async () => {
  const { user } = await openOwn('First thought')
  await user.click(await screen.findByRole('button', { name: 'Edit' }))
  const form = within(await screen.findByRole('form', { name: 'Edit your comment' }))
  const text = form.getByRole('textbox', { name: 'Your text' })
  expect(text).toHaveValue('First thought')
  await expect.poll(() => document.activeElement).toBe(text)
  await user.type(text, ', and a second')
  await user.click(form.getByRole('button', { name: 'Save' }))
  await expect.poll(() => findOwn()?.textContent).toContain('First thought, and a second')
  expect(findOwn()).toHaveTextContent('edited')
  expect(within(findOwn()!).getAllByText('just now')).toHaveLength(2)
  expect(screen.getByRole('status')).toHaveTextContent('Comment edited')
  expect(findOwn()).toHaveFocus()
})

test('an edit that is not finished is kept over Cancel and a reload, and is listed', async () => {
  const { user, reload } = await openOwn('Before')
  await user.click(await screen.findByRole('button', { name: 'Edit' }))
  await user.type(await screen.findByRole('textbox', { name: 'Your text' }), ' and after')
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(findOwn()).not.toHaveTextContent('after')
  await reload()
  await user.click(await screen.findByRole('button', { name: 'You have 1 unfinished reply here' }))
  await user.click(screen.getByRole('button', { name: 'Go on with editing your comment' }))
  expect(await screen.findByRole('textbox', { name: 'Your text' })).toHaveValue('Before and after')
})

test('where a comment was changed meanwhile both texts stand side by side, and either can be kept', async () => {
  const opened = await openOwn('Before')
  const { user, id } = opened
  await user.click(await screen.findByRole('button', { name: 'Edit' }))
  await user.type(await screen.findByRole('textbox', { name: 'Your text' }), ', here')
  await editElsewhere(opened, id, 'Before, elsewhere')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  const newer = within(await screen.findByRole('region', { name: 'The comment as it is now' }))
  expect(newer.getByText('Before, elsewhere')).toBeInTheDocument()
  expect(screen.getByRole('textbox', { name: 'Your text' })).toHaveValue('Before, here')
  expect(screen.getByRole('alert')).toHaveTextContent('Not saved. The comment was changed meanwhile')
  const { faults } = opened.backend
  faults.before = ({ method }) => {
    if (method === 'PATCH') throw new TypeError('no network')
  }
  await user.click(newer.getByRole('button', { name: 'Save my text in its place' }))
  await expect.poll(() => screen.getByRole('alert').textContent).toContain('could not be reached')
  expect(screen.getByRole('textbox', { name: 'Your text' })).toHaveFocus()
  delete faults.before
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await user.click(await screen.findByRole('button', { name: 'Save my text in its place' }))
  await expect.poll(() => findOwn()?.textContent).toContain('Before, here')
  expect(screen.queryByRole('form', { name: 'Edit your comment' })).toBeNull()
})

test('an edit that cannot be saved stays in its field, says why, and can be tried again', async () => {
  const { user, backend } = await openOwn('Before')
  await user.click(await screen.findByRole('button', { name: 'Edit' }))
  await user.type(await screen.findByRole('textbox', { name: 'Your text' }), ' and after')
  backend.faults.before = ({ method }) => {
    if (method === 'PATCH') throw new TypeError('no network')
  }
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('Not saved. Soundoff could not be reached.')
  expect(screen.getByRole('textbox', { name: 'Your text' })).toHaveValue('Before and after')
  const text = screen.getByRole('textbox', { name: 'Your text' })
  const release = holdRequests(backend)
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(screen.queryByRole('alert')).toBeNull()
  expect(text).toHaveFocus()
  release()
  await expect.poll(() => findOwn()?.textContent).toContain('Before and after')
})

test('a deletion can be taken back, and leaves no trace then', async () => {
  const { user, backend } = await openOwn('Stays')
  const methods: string[] = []
  backend.faults.before = ({ method }) => void methods.push(method)
  await user.click(await screen.findByRole('button', { name: 'Delete' }))
  const notice = await screen.findByText('The comment is deleted in a few seconds.', { selector: 'p' })
  expect(findOwn()).not.toHaveTextContent('Stays')
  await user.click(within(notice).getByRole('button', { name: 'Undo' }))
  expect(findOwn()).toHaveTextContent('Stays')
  expect(findOwn()).toHaveFocus()
  expect(methods).not.toContain('DELETE')
})

test('a deletion whose time is over is carried out, even after the page was left', async () => {
  const { user, reload, id } = await openOwn('Goes')
  await user.click(await screen.findByRole('button', { name: 'Delete' }))
  await screen.findByText('The comment is deleted in a few seconds.', { selector: 'p' })
  localStorage.setItem(`soundoff:deletion:${id}`, '0:1')
  await reload()
  expect(await screen.findByText('This comment was deleted.')).toBeInTheDocument()
  expect(localStorage.getItem(`soundoff:deletion:${id}`)).toBeNull()
})

test('only its own writer is offered to edit a comment; anybody else to report it', async () => {
  const { user } = await openOwn('Mine')
  expect(await screen.findByRole('button', { name: 'Edit' })).toBeInTheDocument()
  expect(screen.getByText(/^Until \d+:\d\d [AP]M, in this browser/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Report' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'More actions for the comment by Ada' }))
  await openMenu({ user }, 'Hapa')
  expect(await screen.findByRole('button', { name: 'Report' })).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull()
})

test('when the time is over to edit a comment, focus goes from what is offered no longer to the comment', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
  await openOwn('Mine')
  const edit = await screen.findByRole('button', { name: 'Edit' })
  act(() => edit.focus())
  await act(async () => vi.advanceTimersByTime(EDIT_WINDOW_MS + 60_000))
  expect(screen.getByText('It can no longer be edited or deleted.')).toBeInTheDocument()
  expect(findOwn()).toHaveFocus()
})

test('a report is sent once with its reason and words, and says that it was received', async () => {
  const { user, backend, reload } = await openDiscussion()
  await openMenu({ user }, 'Hapa')
  await user.click(await screen.findByRole('button', { name: 'Report' }))
  const form = within(screen.getByRole('form', { name: 'Report the comment by Hapa' }))
  await user.selectOptions(form.getByRole('combobox', { name: 'Reason' }), 'Off topic')
  await user.type(form.getByRole('textbox', { name: /What is wrong/ }), 'About something else.')
  const sent: unknown[] = []
  backend.faults.before = async (request) => {
    if (request.url.endsWith('/reports')) sent.push(await request.json())
  }
  await user.click(form.getByRole('button', { name: 'Send report' }))
  expect(
    await screen.findByText('Your report was received. Thank you.', { selector: 'p' }),
  ).toBeInTheDocument()
  expect(sent).toEqual([{ reason: 'off-topic', words: 'About something else.' }])
  await reload()
  await screen.findAllByRole('button', { name: 'More actions for the comment by Hapa' })
  await openMenu({ user }, 'Hapa')
  await user.click(await screen.findByRole('button', { name: 'Report' }))
  expect(screen.getByText('Your report was received. Thank you.')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Send report' })).toBeNull()
})

test('a report that fails says so, and focus stays in its form when it is tried again', async () => {
  const { user, backend } = await openDiscussion()
  await openMenu({ user }, 'Hapa')
  await user.click(await screen.findByRole('button', { name: 'Report' }))
  expect(screen.getByRole('combobox', { name: 'Reason' })).toHaveFocus()
  backend.faults.before = ({ url }) => {
    if (url.endsWith('/reports')) throw new TypeError('no network')
  }
  await user.click(screen.getByRole('button', { name: 'Send report' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('Not reported. Soundoff could not be reached.')
  const release = holdRequests(backend)
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  expect(screen.queryByRole('alert')).toBeNull()
  expect(screen.getByRole('button', { name: 'Send report' })).toHaveFocus()
  release()
  await screen.findByText('Your report was received. Thank you.', { selector: 'p' })
  expect(screen.getAllByRole('article', { name: /^Reply by Hapa/ })[0]).toHaveFocus()
})

test('a comment that is held is seen by its writer alone, with the reason', async () => {
  const { user, reload } = await openDiscussion()
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Ada')
  const links = 'www.a.example www.b.example www.c.example www.d.example'
  await user.type(screen.getByRole('textbox', { name: 'Comment' }), links)
  await user.click(screen.getByRole('button', { name: 'Post comment' }))
  await expect.poll(() => findOwn()?.textContent).toContain('Held for review')
  expect(findOwn()).toHaveTextContent('it has many web addresses')
  expect(screen.getByRole('heading', { level: 2 })).not.toHaveTextContent('posted since')
  await reload()
  await expect.poll(() => findOwn()?.textContent).toContain('Held for review')
})

test('who answers a comment is told that it was edited, or deleted, and loses nothing', async () => {
  const opened = await openOwn('Before')
  const { user, id } = opened
  await user.click(screen.getByRole('button', { name: 'Reply to Ada' }))
  await user.type(screen.getByRole('textbox', { name: 'Your reply' }), 'You are right.')
  await user.click(await screen.findByRole('button', { name: 'Edit' }))
  await user.type(await screen.findByRole('textbox', { name: 'Your text' }), ', or not')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  // It is announced as well.
  const edited = /^Ada has edited this comment since you began/
  expect(await screen.findByText(edited, { selector: 'p' })).toBeInTheDocument()
  await openMenu({ user })
  await user.click(await screen.findByRole('button', { name: 'Delete' }))
  localStorage.setItem(`soundoff:deletion:${id}`, '0:2')
  await opened.reload()
  const moved = await screen.findByRole('button', { name: 'Make it a comment of its own' })
  expect(screen.getByRole('textbox', { name: 'Your reply' })).toHaveValue('You are right.')
  await user.click(moved)
  expect(screen.getByRole('textbox', { name: 'Comment' })).toHaveValue('You are right.')
  expect(screen.queryByRole('textbox', { name: 'Your reply' })).toBeNull()
})
