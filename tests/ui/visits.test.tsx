import { fireEvent, screen } from '@testing-library/react'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { CommentId } from '../../src/domain/ids.ts'
import { openDiscussion, startBackend } from '../support/openDiscussion.tsx'
import { openInShadow } from '../support/openInShadow.tsx'

type Backend = Awaited<ReturnType<typeof startBackend>>
type Opened = Awaited<ReturnType<typeof openDiscussion>>

const heading = () => screen.getByRole('heading', { level: 2 })
const tools = () => screen.findByRole('button', { name: 'Keys and display' })
const next = () => screen.findByRole('button', { name: 'Next new comment' })

test('a first visit marks nothing; the next one counts, marks and names what came, and leads through it', async () => {
  const backend = await startBackend()
  const first = await openDiscussion({ backend })
  await seenUpTo(backend)
  expect(heading()).not.toHaveTextContent('new')
  await post(backend, 'Zoe', null)
  await post(backend, 'Xaver', commentBy(backend, 'Hapa'))
  const { user, reload } = await visitAgain(first)
  const button = await next()
  expect(heading()).toHaveTextContent('2 new since your last visit')
  expect(await screen.findByRole('article', { name: 'Comment by Zoe, new' })).toHaveTextContent('New')
  await user.click(screen.getByRole('button', { name: 'Collapse thread by Hapa' }))
  expect(screen.getByRole('button', { name: /^Expand thread by Hapa, .*, 1 new$/ })).toBeInTheDocument()

  await user.click(button)
  await expect.poll(focused).toBe('Comment by Zoe, new')
  await user.click(button)
  await expect.poll(focused).toBe('Reply by Xaver to Hapa, new')
  expect(screen.getByRole('button', { name: 'Collapse thread by Hapa' })).toBeInTheDocument()
  await user.click(button)
  await expect.poll(focused).toBe('Comment by Zoe, new')
  expect(screen.getByRole('status')).toHaveTextContent('From the first new comment again')
  await user.keyboard('n')
  await expect.poll(focused).toBe('Reply by Xaver to Hapa, new')

  // A reload is the same visit, and what came meanwhile is new, too.
  await post(backend, 'Yann', null)
  await reload()
  await next()
  await expect.poll(() => heading().textContent).toContain('3 new since your last visit')
})

test('what was seen is not new at the next visit, and what came live and was not shown is', async () => {
  const backend = await startBackend()
  const first = await openDiscussion({ backend })
  await expect.poll(() => backend.streams()).toBe(1)
  const before = await seenUpTo(backend)
  await post(backend, 'Zoe', null)
  await first.user.click(await screen.findByRole('button', { name: 'Show 1 new comment' }))
  expect(await screen.findByRole('article', { name: 'Comment by Zoe' })).toBeInTheDocument()
  await expect.poll(kept).toBeGreaterThan(before)
  await post(backend, 'Yann', null)
  await screen.findByRole('button', { name: 'Show 1 new comment' })
  await visitAgain(first)
  expect(await screen.findByRole('article', { name: 'Comment by Yann, new' })).toBeInTheDocument()
  expect(screen.getByRole('article', { name: 'Comment by Zoe' })).toBeInTheDocument()
  expect(heading()).toHaveTextContent('1 new since your last visit')
})

test('what comes during a later visit is marked once it is shown, what one posts oneself never is', async () => {
  const backend = await startBackend()
  const first = await openDiscussion({ backend })
  await seenUpTo(backend)
  const second = await visitAgain(first)
  await expect.poll(() => backend.streams()).toBe(2)
  await seenUpTo(backend)
  await second.user.type(screen.getByRole('textbox', { name: 'Name' }), 'Ada')
  await second.user.type(screen.getByRole('textbox', { name: 'Comment' }), 'My own.')
  await second.user.click(screen.getByRole('button', { name: 'Post comment' }))
  await post(backend, 'Zoe', null)
  await second.user.click(await screen.findByRole('button', { name: 'Show 1 new comment' }))
  expect(await screen.findByRole('article', { name: 'Comment by Zoe, new' })).toBeInTheDocument()
  expect(screen.getByRole('article', { name: 'Comment by Ada' })).toBeInTheDocument()
  expect(heading()).toHaveTextContent('1 new since your last visit')
  await seenUpTo(backend)
  await visitAgain(second)
  await tools()
  await expect.poll(kept).toBe(await version(backend))
  expect(heading()).not.toHaveTextContent('new since')
})

test('of a muted writer nothing is new, and the last mark goes as its writer is muted', async () => {
  const backend = await startBackend()
  const first = await openDiscussion({ backend })
  await seenUpTo(backend)
  await post(backend, 'Zoe', null)
  await post(backend, 'Yann', null)
  localStorage.setItem('soundoff:muted', '["yann"]')
  const { user } = await visitAgain(first)
  await next()
  expect(heading()).toHaveTextContent('1 new since your last visit')
  await user.click(screen.getByRole('button', { name: 'More actions for the comment by Zoe' }))
  await user.click(await screen.findByRole('button', { name: 'Mute Zoe' }))
  await expect.poll(() => heading().textContent).not.toContain('new since')
  expect(screen.queryByRole('article', { name: 'Comment by Zoe, new' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Next new comment' })).toBeNull()
})

test('an import anew ends what was seen, and nothing is new', async () => {
  const backend = await startBackend()
  const first = await openDiscussion({ backend })
  await seenUpTo(backend)
  await post(backend, 'Zoe', null)
  await backend.store.importDiscussion(backend.transcript, { replace: true })
  await visitAgain(first)
  await tools()
  await seenUpTo(backend)
  expect(heading()).not.toHaveTextContent('new since')
  expect(screen.queryByRole('button', { name: 'Next new comment' })).toBeNull()
})

test('who comes back to a tab after half an hour begins another visit', async () => {
  const backend = await startBackend()
  const first = await openDiscussion({ backend })
  await seenUpTo(backend)
  await post(backend, 'Zoe', null)
  await visitAgain(first)
  await next()
  await seenUpTo(backend)
  onTestFinished(() => {
    vi.useRealTimers()
    vi.restoreAllMocks()
  })
  vi.useFakeTimers({ toFake: ['Date'] })
  for (const [minutes, remain] of [
    [29, 1],
    [31, 0],
  ] as const) {
    look('hidden')
    vi.setSystemTime(Date.now() + minutes * 60_000)
    look('visible')
    await tools()
    await expect
      .poll(() => screen.queryAllByRole('article', { name: 'Comment by Zoe, new' }).length)
      .toBe(remain)
  }
  expect(heading()).not.toHaveTextContent('new since')
})

test('an element of another page tells what is new just as well', async () => {
  const backend = await startBackend()
  await openInShadow(backend)
  await seenUpTo(backend)
  await post(backend, 'Zoe', null)
  sessionStorage.clear()
  const { screen: element } = await openInShadow(backend)
  fireEvent.click(await element.findByRole('button', { name: 'Next new comment' }))
  expect(element.getByRole('heading', { level: 2 })).toHaveTextContent('1 new since your last visit')
  await expect
    .poll(() => element.getByRole('article', { name: 'Comment by Zoe, new' }).matches(':focus'))
    .toBe(true)
})

/** Another visit, which a tab of its own is. */
function visitAgain({ reload }: Opened): Promise<Opened> {
  sessionStorage.clear()
  return reload()
}

/** Waits until the device has kept that all there is was seen; gives up to which version that is. */
async function seenUpTo(backend: Backend): Promise<number> {
  const latest = await version(backend)
  await expect.poll(kept).toBe(latest)
  return latest
}

function kept(): number {
  const name = Object.keys(localStorage).find((key) => key.startsWith('soundoff:visit:'))
  const seen: { version?: number } = JSON.parse(localStorage.getItem(name ?? '') ?? '{}')
  return seen.version ?? -1
}

async function version({ api, transcript }: Backend): Promise<number> {
  const { version } = await api.readDiscussion({ discussionId: transcript.discussion!.id })
  return version
}

function look(state: 'hidden' | 'visible') {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state)
  document.dispatchEvent(new Event('visibilitychange'))
}

function focused(): string | null {
  return document.activeElement?.getAttribute('aria-label') ?? null
}

function commentBy(backend: Backend, name: string): CommentId {
  const found = backend.transcript.comments.find((comment) => comment.author.name === name)
  if (!found) throw new Error(`There is no comment by ${name}.`)
  return found.id
}

async function post({ api, transcript }: Backend, name: string, parentId: CommentId | null) {
  const discussionId = transcript.discussion!.id
  await api.postComment({ discussionId, parentId, author: { name }, body: `What ${name} says.` })
}
