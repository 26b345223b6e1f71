import { act, within } from '@testing-library/react'
import { onTestFinished, vi } from 'vitest'
import { startBackend } from './openDiscussion.tsx'
import { openWritingTab, type WritingTab } from './openWritingTab.tsx'
import { createBrowser, type Browser } from './writingBrowser.ts'

export type Backend = Awaited<ReturnType<typeof startBackend>>

/** Shorter than a test waits, longer than an answer takes, in milliseconds. */
export const TIMEOUT_MS = 400

export async function openTab(options: { backend?: Backend; browser?: Browser; timeoutMs?: number } = {}) {
  const { backend = await startBackend(), browser = createBrowser(), ...rest } = options
  return { backend, browser, tab: await openWritingTab({ backend, browser, ...rest }) }
}

/** Time is the test's from here on, but for what it waits for. */
export function holdTime(): void {
  vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  onTestFinished(() => void vi.useRealTimers())
}

export const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

/** The texts that somebody named Ada has in the store, newest first. */
export async function posted({ api, transcript }: Backend): Promise<string[]> {
  const discussionId = transcript.discussion?.id
  if (!discussionId) throw new Error('There is no discussion.')
  const { comments } = await api.listComments({ discussionId, order: 'newest' })
  return comments.filter(({ author }) => author.name === 'Ada').map(({ body }) => body)
}

/** A comment of somebody else, who can change it. */
export async function postByBrook({ api, transcript }: Backend) {
  const discussionId = transcript.discussion!.id
  const input = { discussionId, parentId: null, author: { name: 'Brook' }, body: 'Before.' }
  const { id: commentId, editToken } = await api.postComment(input)
  const right = { discussionId, commentId, editToken: editToken!, revision: 1 }
  return {
    edit: (body: string) => api.editComment({ ...right, body }),
    remove: () => api.deleteComment(right),
  }
}

/** Nothing can be posted from now on. */
export async function closeDiscussion({ store, transcript }: Backend): Promise<void> {
  const { article, discussion, comments } = transcript
  if (!article || !discussion) throw new Error('There is no discussion.')
  const closed = { ...transcript, article, comments, discussion: { ...discussion, closed: true } }
  await store.importDiscussion(closed, { replace: true })
}

/** Answers a comment, as somebody named Ada. */
export async function reply({ user, screen }: WritingTab, to: string, text: string): Promise<void> {
  await user.click(screen.getByRole('button', { name: `Reply to ${to}` }))
  const form = within(screen.getByRole('form', { name: `Reply to ${to}` }))
  const name = form.queryByRole('textbox', { name: 'Name' })
  if (name) await user.type(name, 'Ada')
  await user.type(form.getByRole('textbox', { name: 'Your reply' }), text)
  await user.click(form.getByRole('button', { name: 'Post reply' }))
}

export const isPost = ({ method }: Request) => method === 'POST'
export const isQuestion = ({ url }: Request) => url.includes('/idempotency/')
export const isWriting = (request: Request) => isPost(request) || isQuestion(request)

export function refuse(): never {
  throw new TypeError('no network')
}

/** Writes where the text stands, as somebody who goes on with it. */
export async function goOn({ user, field }: WritingTab, text: string) {
  await user.type(field(), text)
}
