import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { CommentId } from '../../src/domain/ids.ts'
import { openDiscussion, startBackend } from '../support/openDiscussion.tsx'

type Opened = Awaited<ReturnType<typeof openDiscussion>>

const SOON = 'The comment is deleted in a few seconds.'

/** Opens the discussion, posts a comment and begins to delete it. */
async function beginDeletion({ backend }: { backend?: Opened['backend'] } = {}) {
  const opened = await openDiscussion(backend && { backend })
  const { user } = opened
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Ada')
  await user.type(screen.getByRole('textbox', { name: 'Comment' }), 'Goes')
  await user.click(screen.getByRole('button', { name: 'Post comment' }))
  await expect.poll(() => findOwn()?.id).toMatch(/^comment-/)
  const id = findOwn()!.id.replace('comment-', '') as CommentId
  await user.click(screen.getAllByRole('button', { name: 'More actions for the comment by Ada' })[0]!)
  await user.click(await screen.findByRole('button', { name: 'Delete' }))
  await screen.findByText(SOON, { selector: 'p' })
  return { ...opened, id }
}

function findOwn() {
  return screen.queryByRole('article', { name: 'Comment by Ada' })
}

/** More threads than a page holds. */
async function fillFirstPage({ backend }: Pick<Opened, 'backend'>) {
  const discussionId = backend.transcript.discussion.id
  for (let index = 0; index < 60; index += 1) {
    const author = { name: 'Brook' }
    await backend.api.postComment({ discussionId, parentId: null, author, body: `Thread ${index}` })
  }
}

/** In the way in which the device keeps it; its time is over. */
function setRevision(id: CommentId, revision: number) {
  localStorage.setItem(`soundoff:deletion:${id}`, `0:${revision}`)
}

async function isDeleted({ backend }: Opened, id: CommentId) {
  const discussionId = backend.transcript.discussion.id
  const { comments } = await backend.api.listComments({ discussionId, order: 'newest', limit: 100 })
  return comments.every((comment) => comment.id !== id || comment.status === 'deleted')
}

test('a deletion goes out as its page is left, by a request that outlives the page', async () => {
  const opened = await beginDeletion()
  const { backend, reload, id } = opened
  const sent: boolean[] = []
  backend.faults.before = ({ method, keepalive }) => {
    if (method === 'DELETE') sent.push(keepalive)
  }
  dispatchEvent(new Event('pagehide'))
  await expect.poll(() => isDeleted(opened, id)).toBe(true)
  expect(sent[0]).toBe(true)
  await reload()
  await screen.findByText('This comment was deleted.')
  expect(screen.queryByText(SOON)).toBeNull()
})

test('a deletion that was begun in a page that was left is carried out though its comment is not on this one', async () => {
  const opened = await beginDeletion()
  setRevision(opened.id, 1)
  await fillFirstPage(opened)
  await opened.reload()
  await expect.poll(() => isDeleted(opened, opened.id)).toBe(true)
  expect(findOwn()).toBeNull()
  await expect.poll(() => localStorage.getItem(`soundoff:deletion:${opened.id}`)).toBeNull()
  expect(document.body).toHaveFocus()
})

test('another order does not keep a deletion from its comment', async () => {
  const backend = await startBackend()
  await fillFirstPage({ backend })
  const opened = await beginDeletion({ backend })
  localStorage.setItem(`soundoff:deletion:${opened.id}`, `${Date.now() + 2_000}:1`)
  const again = await opened.reload()
  await screen.findByText(SOON)
  await again.user.selectOptions(screen.getByRole('combobox', { name: 'Sort by' }), 'Oldest first')
  await expect.poll(() => findOwn()).toBeNull()
  await expect.poll(() => isDeleted(opened, opened.id)).toBe(true)
})

test('who edits a comment meanwhile does not want it deleted', async () => {
  const opened = await beginDeletion()
  await opened.user.click(screen.getAllByRole('button', { name: 'More actions for the comment by Ada' })[0]!)
  await opened.user.click(await screen.findByRole('button', { name: 'Edit' }))
  await opened.user.click(await screen.findByRole('button', { name: 'Cancel' }))
  expect(localStorage.getItem(`soundoff:deletion:${opened.id}`)).toBeNull()
  expect(findOwn()).toHaveTextContent('Goes')
})

test('while a deletion is tried again there is no way back from it', async () => {
  const { backend, user, id } = await beginDeletion()
  backend.faults.before = ({ method }) => {
    if (method === 'DELETE') throw new TypeError('no network')
  }
  localStorage.setItem(`soundoff:deletion:${id}`, '0:1')
  dispatchEvent(new StorageEvent('storage', { key: `soundoff:deletion:${id}`, storageArea: localStorage }))
  const again = await screen.findByRole('button', { name: 'Try again' })
  backend.faults.before = ({ method }) => (method === 'DELETE' ? new Promise(() => {}) : undefined)
  await user.click(again)
  expect(await screen.findByText('Deleting…')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Keep it' })).toBeNull()
  expect(findOwn()).toHaveFocus()
})

test('where that fails it is told, and can be tried again or given up', async () => {
  const opened = await beginDeletion()
  const { backend, id } = opened
  setRevision(id, 1)
  await fillFirstPage(opened)
  backend.faults.before = ({ method }) => {
    if (method === 'DELETE') throw new TypeError('no network')
  }
  const again = await opened.reload()
  const notice = await screen.findByRole('alert')
  expect(notice).toHaveTextContent('A comment of yours was not deleted. Soundoff could not be reached.')
  await again.user.click(within(notice).getByRole('button', { name: 'Keep it' }))
  expect(screen.queryByRole('alert')).toBeNull()
  expect(screen.getByRole('textbox', { name: 'Comment' })).toHaveFocus()
  expect(await isDeleted(opened, id)).toBe(false)

  setRevision(id, 1)
  localStorage.setItem(`soundoff:deleting:${backend.transcript.discussion.id}`, JSON.stringify([id]))
  const last = await again.reload()
  await screen.findByRole('alert')
  delete backend.faults.before
  await last.user.click(screen.getByRole('button', { name: 'Try again' }))
  await expect.poll(() => isDeleted(opened, id)).toBe(true)
  await expect.poll(() => screen.queryByRole('alert')).toBeNull()
  expect(screen.getByRole('textbox', { name: 'Comment' })).toHaveFocus()
})
