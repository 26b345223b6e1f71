import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDiscussion, startBackend } from '../support/openDiscussion.tsx'
import { renderBranch } from '../support/renderBranch.ts'
import { startLargeBackend } from '../support/openLarge.tsx'

const pinned = () => screen.queryByRole('region', { name: 'The thread that your link leads to' })
const focused = () => document.activeElement?.id
const said = () => screen.getByRole('status').textContent
const shown = () => [...document.querySelectorAll('[id^=comment-]')].map(({ id }) => id)

beforeEach(() => history.replaceState(null, '', '/'))
afterEach(() => history.replaceState(null, '', '/'))

describe('a link to a comment that is not here', () => {
  test('shows its thread before all others, goes to the comment and says so', async () => {
    const { backend, elsewhere, threadOf } = await startLargeBackend()
    history.replaceState(null, '', `#comment-${elsewhere.id}`)
    const { user } = await openDiscussion({ backend })
    await expect.poll(focused).toBe(`comment-${elsewhere.id}`)
    await expect.poll(said).toBe('This is the comment that your link leads to.')
    expect(pinned()).toContainElement(document.getElementById(`comment-${elsewhere.id}`))
    expect(shown()[0]).toBe(`comment-${threadOf(elsewhere)}`)
    expect(screen.getByRole('heading', { name: 'All threads' })).toBeInTheDocument()

    for (;;) {
      const more = screen.queryByRole('button', { name: 'Show more threads' })
      if (!more) break
      const before = shown().length
      await user.click(more)
      await expect.poll(() => shown().length).toBeGreaterThan(before)
    }
    expect(shown()[0]).toBe(`comment-${threadOf(elsewhere)}`)
    expect(new Set(shown()).size).toBe(shown().length)
    expect(pinned()).toContainElement(document.getElementById(`comment-${elsewhere.id}`))
  })

  test('joins its thread where that is here, and what is loaded later comes in its place', async () => {
    const { backend, beyond, threadOf } = await startLargeBackend()
    const { user } = await openDiscussion({ backend })
    const before = shown()
    location.hash = `#comment-${beyond.id}`
    await expect.poll(focused).toBe(`comment-${beyond.id}`)
    expect(pinned()).toBeNull()
    expect(shown().filter((id) => before.includes(id))).toEqual(before)
    const thread = document.getElementById(`comment-${threadOf(beyond)}`)!.closest('li')!
    const comments = () => shown().filter((id) => thread.contains(document.getElementById(id)))
    const [more] = within(thread).getAllByRole('button', { name: /^Show [\d,]+ more repl/ })
    const held = comments().length
    await user.click(more!)
    await expect.poll(() => comments().length).toBeGreaterThan(held)
    expect(comments()).toContain(`comment-${beyond.id}`)
    expect(new Set(shown()).size).toBe(shown().length)
  })

  test('is answered in a box that stays as it is when what stands before comes', async () => {
    const backend = await startBackend(renderBranch(70), 'large')
    const { user } = await openDiscussion({ backend })
    const last = backend.transcript.comments.at(-1)!
    location.hash = `#comment-${last.id}`
    await expect.poll(focused).toBe(`comment-${last.id}`)
    await user.click(screen.getByRole('button', { name: 'Reply to Reader 69' }))
    const box = await screen.findByRole('textbox', { name: 'Your reply' })
    await user.type(box, 'As I said')
    while (shown().length < 71) {
      const before = shown().length
      await user.click(screen.getByRole('button', { name: /^Show [\d,]+ more repl/ }))
      await expect.poll(() => shown().length).toBeGreaterThan(before)
    }
    expect(box).toBeInTheDocument()
    expect(box).toHaveValue('As I said')
  })

  test('stays first in another order as long as the address leads there', async () => {
    const { backend, elsewhere } = await startLargeBackend()
    history.replaceState(null, '', `#comment-${elsewhere.id}`)
    const { user } = await openDiscussion({ backend })
    await expect.poll(focused).toBe(`comment-${elsewhere.id}`)
    await user.selectOptions(screen.getByRole('combobox', { name: 'Sort by' }), 'Most replies')
    await expect.poll(said).toBe('Sorted: Most replies')
    await expect.poll(() => shown().filter((id) => id === `comment-${elsewhere.id}`)).toHaveLength(1)
    history.replaceState(null, '', '/')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Sort by' }), 'Oldest first')
    await expect.poll(said).toBe('Sorted: Oldest first')
    expect(pinned()).toBeNull()
  })
})

test('a link to what is no comment says so in its place, until that is closed', async () => {
  history.replaceState(null, '', '#comment-nobody')
  const { user } = await openDiscussion()
  const text = 'This link leads to a comment that is not here. It may have been removed.'
  await expect.poll(() => document.activeElement?.textContent).toContain(text)
  await expect.poll(said).toBe(text)
  await user.click(screen.getByRole('button', { name: 'Close' }))
  expect(screen.queryByRole('button', { name: 'Close' })).toBeNull()
  expect(focused()).toBe('discussion')
})

test('a link to a deleted comment leads to what is left of it, and says that', async () => {
  const { backend, elsewhere, discussionId } = await startLargeBackend()
  const { parentId } = elsewhere
  await backend.store.revise(discussionId, parentId!, (comment) => ({ ...comment, status: 'deleted' }))
  history.replaceState(null, '', `#comment-${parentId}`)
  await openDiscussion({ backend })
  await expect.poll(focused).toBe(`comment-${parentId}`)
  await expect.poll(said).toBe('The comment that your link leads to was deleted.')
})

test('what could not be loaded is tried again when that is asked for', async () => {
  const { backend, elsewhere } = await startLargeBackend()
  backend.faults.before = ({ url }) => {
    if (url.includes('/context')) throw new TypeError('There is no network.')
  }
  history.replaceState(null, '', `#comment-${elsewhere.id}`)
  const { user } = await openDiscussion({ backend })
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent('The comment that your link leads to could not be loaded.')
  delete backend.faults.before
  await user.click(within(alert).getByRole('button', { name: 'Try again' }))
  await expect.poll(focused).toBe(`comment-${elsewhere.id}`)
  expect(screen.queryByRole('alert')).toBeNull()
})

test('back and forward lead from comment to comment', async () => {
  const { backend, elsewhere, beyond } = await startLargeBackend()
  await openDiscussion({ backend })
  for (const { id } of [elsewhere, beyond]) {
    location.hash = `#comment-${id}`
    await expect.poll(focused).toBe(`comment-${id}`)
  }
  history.back()
  await expect.poll(focused).toBe(`comment-${elsewhere.id}`)
  history.forward()
  await expect.poll(focused).toBe(`comment-${beyond.id}`)
})

describe('“Copy link”', () => {
  async function openMenu() {
    history.replaceState(null, '', '/?article=kerry')
    const { user } = await openDiscussion({ backend: await startBackend() })
    const comment = screen.getByRole('article', { name: 'Reply by Pete to Hapa' })
    await user.click(within(comment).getByRole('button', { name: /^More/ }))
    const copy = await within(comment).findByRole('button', { name: 'Copy link' })
    return { user, copy, comment, address: `${location.origin}/?article=kerry#${comment.id}` }
  }

  test('copies the address of its comment, and says so', async () => {
    const { user, copy, address } = await openMenu()
    await user.click(copy)
    expect(await navigator.clipboard.readText()).toBe(address)
    expect(said()).toBe('Link copied')
    expect(copy).toHaveFocus()
  })

  test('offers it to be copied by hand where the browser refuses', async () => {
    const { user, copy, address } = await openMenu()
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined })
    await user.click(copy)
    const field = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Copy the link from here' })
    expect(field).toHaveValue(address)
    expect(field).toHaveFocus()
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, address.length])
  })
})
