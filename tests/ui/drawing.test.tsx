import { act, screen } from '@testing-library/react'
import { expect, onTestFinished, test, vi } from 'vitest'
import { AlwaysNear } from '../support/alwaysNear.ts'
import { generateDiscussionTranscript } from '../support/generateTranscript.ts'
import { openDiscussion, startBackend } from '../support/openDiscussion.tsx'
import { startLargeBackend } from '../support/openLarge.tsx'
import { showAll, shown } from '../support/shownComments.ts'

test('what a further page brings, with all that is below, is drawn in the order of reading, so that nothing that is drawn moves', async () => {
  const backend = await startBackend(generateDiscussionTranscript({ seed: 7, count: 1_000 }), 'large')
  const discussionId = backend.transcript.discussion!.id
  const first = await backend.api.listComments({ discussionId })
  const second = await backend.api.listComments({ discussionId, cursor: first.nextCursor! })
  const { user } = await openDiscussion({ backend })
  const discussion = screen.getByRole('region', { name: 'Discussion' })
  const find = () => Array.from(discussion.querySelectorAll('article'), ({ id }) => id)
  let drawn = find()
  const stayed: boolean[] = []
  const observer = new MutationObserver(() => {
    const now = find()
    if (now.length > drawn.length) stayed.push(drawn.every((id, index) => now[index] === id))
    drawn = now
  })
  observer.observe(discussion, { childList: true, subtree: true })
  onTestFinished(() => observer.disconnect())
  await user.click(screen.getByRole('button', { name: 'Show more threads' }))
  await expect.poll(shown).toBe(first.comments.length + second.comments.length)
  expect(stayed.length).toBeGreaterThan(5)
  expect(stayed).not.toContain(false)
})

test('what is folded in a further page is drawn after all that is seen of it', async () => {
  const time = (minute: number) => `May 1, 2014 at 1:${String(minute).padStart(2, '0')} pm | Reply\n`
  const replies = Array.from(
    { length: 15 },
    (_, at) => `    • Ben\n\n      Reply ${at}\n\n      ${time(30 + at)}`,
  )
  const threads = Array.from(
    { length: 26 },
    (_, at) => `  ${at + 1}. Ada\n\n    Go on.\n\n    ${time(29 - at)}${at < 20 ? '' : replies.join('')}`,
  )
  const text = `A title\nMay 1st, 2014\n\nText.\n\nsoundoff (116 Responses)\n${threads.join('')}`
  const { user, reload } = await openDiscussion({ backend: await startBackend(text, 'folded') })
  await showAll(user, 116)
  await user.click(screen.getByRole('button', { name: 'Collapse all' }))
  await reload()
  const discussion = screen.getByRole('region', { name: 'Discussion' })
  const came = new Set(discussion.querySelectorAll('article'))
  const kinds: string[] = []
  const observer = new MutationObserver(() => {
    for (const each of discussion.querySelectorAll('article')) {
      if (!came.has(each)) kinds.push(each.getAttribute('aria-label')!.split(' ')[0]!)
      came.add(each)
    }
  })
  observer.observe(discussion, { childList: true, subtree: true })
  onTestFinished(() => observer.disconnect())
  await user.click(screen.getByRole('button', { name: 'Show more threads' }))
  await expect.poll(() => kinds.length).toBe(96)
  expect(kinds.lastIndexOf('Comment')).toBeLessThan(kinds.indexOf('Reply'))
})

test('what is drawn in part is drawn whole before it is printed', async () => {
  const { backend, discussionId } = await startLargeBackend()
  const first = await backend.api.listComments({ discussionId })
  const second = await backend.api.listComments({ discussionId, cursor: first.nextCursor! })
  const { user } = await openDiscussion({ backend })
  const before = shown()
  expect(before).toBe(first.comments.length)
  await user.click(screen.getByRole('button', { name: 'Show more threads' }))
  await expect.poll(shown).toBeGreaterThan(before)
  expect(shown()).toBeLessThan(before + second.comments.length)
  act(() => void dispatchEvent(new Event('beforeprint')))
  expect(shown()).toBe(before + second.comments.length)
})

test('no further page is asked for before all that came is drawn', async () => {
  const { backend, discussionId } = await startLargeBackend()
  const counts: number[] = []
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await backend.api.listComments({ discussionId, ...(cursor && { cursor }) })
    counts.push((counts.at(-1) ?? 0) + page.comments.length)
    cursor = page.nextCursor
  }
  expect(counts.length).toBeGreaterThan(3)
  const drawn: number[] = []
  backend.faults.before = (request) => {
    if (request.url.includes('cursor=')) drawn.push(shown())
  }
  vi.stubGlobal('IntersectionObserver', AlwaysNear)
  onTestFinished(() => void vi.unstubAllGlobals())
  await openDiscussion({ backend })
  await expect.poll(shown).toBe(counts.at(-1))
  expect(drawn).toEqual(counts.slice(0, -1))
})
