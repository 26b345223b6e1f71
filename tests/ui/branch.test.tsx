import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CommentId } from '../../src/domain/ids.ts'
import { openDiscussion, startBackend } from '../support/openDiscussion.tsx'

type Opened = Awaited<ReturnType<typeof openDiscussion>>

const hapas = 'Reply by Hapa to john smith'
const said = () => screen.getByRole('status').textContent
const bar = () => screen.queryByRole('navigation', { name: 'Branch' })

/** Comments that are shown: jsdom does not know the styles that hide the others, but what those go by. */
function shown(): (string | null)[] {
  const end = document.querySelector("[data-branch-way='end']")
  return [...(end?.querySelectorAll('article') ?? [])].map((each) => each.getAttribute('aria-label'))
}

beforeEach(() => history.replaceState(null, '', '/'))
afterEach(() => history.replaceState(null, '', '/'))

async function showOnly({ user }: Pick<Opened, 'user'>, name: string, by: string): Promise<void> {
  const article = within(screen.getByRole('article', { name }))
  await user.click(article.getByRole('button', { name: `More actions for the comment by ${by}` }))
  await user.click(await article.findByRole('button', { name: 'Only this branch' }))
  await screen.findByRole('navigation', { name: 'Branch' })
}

test('one branch is shown alone, under what it answers, with focus at its first comment', async () => {
  const opened = await openDiscussion()
  await showOnly(opened, hapas, 'Hapa')
  expect(shown()).toEqual([hapas, 'Reply by Pete to Hapa'])
  expect(
    within(bar()!)
      .getAllByRole('listitem')
      .map((each) => each.textContent),
  ).toEqual(['john smith', 'Hapa'])
  await expect.poll(said).toBe('Only the branch of Hapa is shown')
  expect(screen.getByRole('article', { name: hapas })).toHaveFocus()
})

test.each([
  [
    'the button',
    async ({ user }: Opened) =>
      user.click(screen.getByRole('button', { name: 'Back to the whole discussion' })),
  ],
  ['the Escape key', async ({ user }: Opened) => user.keyboard('{Escape}')],
])('%s leads back to where one was', async (_, leave) => {
  const opened = await openDiscussion()
  await showOnly(opened, hapas, 'Hapa')
  await leave(opened)
  await expect.poll(bar).toBe(null)
  expect(document.querySelector('[data-branch-way], [data-branch-only]')).toBe(null)
  expect(said()).toBe('The whole discussion is shown')
  expect(document.activeElement).toBe(
    within(screen.getByRole('article', { name: hapas })).getByRole('button', { name: /^More actions/ }),
  )
})

test('it widens to what it stands under, and the way back is the same', async () => {
  const opened = await openDiscussion()
  await showOnly(opened, 'Reply by Pete to Hapa', 'Pete')
  await opened.user.click(screen.getByRole('button', { name: 'Show the branch of john smith' }))
  await expect.poll(shown).toContain('Reply by Jaimie to john smith')
  expect(within(bar()!).getAllByRole('listitem')).toHaveLength(1)
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('Comment by john smith')
  await opened.user.click(screen.getByRole('button', { name: 'Back to the whole discussion' }))
  await expect.poll(bar).toBe(null)
  expect(screen.getByRole('article', { name: 'Reply by Pete to Hapa' })).toContainElement(
    document.activeElement as HTMLElement,
  )
})

test('a folded branch is opened when it is shown alone', async () => {
  const opened = await openDiscussion()
  const { user } = opened
  await user.click(screen.getByRole('button', { name: 'Collapse thread by Hapa' }))
  await showOnly(opened, hapas, 'Hapa')
  expect(screen.getByRole('button', { name: 'Collapse thread by Hapa' })).toBeInTheDocument()
})

test('a link to what is not in it shows the whole discussion, and one within it does not', async () => {
  const opened = await openDiscussion()
  const { user } = opened
  await showOnly(opened, hapas, 'Hapa')
  await user.click(await screen.findByRole('link', { name: '@Hapa, to the comment by Hapa' }))
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe(hapas)
  expect(bar()).not.toBe(null)
  const other = screen.getByRole('article', { name: 'Comment by cmaenergy' })
  location.hash = `#${other.id}`
  await expect.poll(() => document.activeElement).toBe(other)
  expect(bar()).toBe(null)
  expect(document.querySelector('[data-branch-way], [data-branch-only]')).toBe(null)
})

test('replies that come are shown in it, and threads that come only with all others', async () => {
  const backend = await startBackend()
  const opened = await openDiscussion({ backend })
  await expect.poll(() => backend.streams()).toBeGreaterThan(0)
  await showOnly(opened, hapas, 'Hapa')
  const { id: parentId } = backend.transcript.comments.find(({ author }) => author.name === 'Hapa')!
  await post(backend, 'Zoe', parentId)
  await opened.user.click(await screen.findByRole('button', { name: 'Show 1 new reply to Hapa' }))
  await expect.poll(shown).toEqual([hapas, 'Reply by Pete to Hapa', 'Reply by Zoe to Hapa'])
  expect(bar()).not.toBe(null)

  await post(backend, 'Yann', null)
  await opened.user.click(await screen.findByRole('button', { name: 'Show 1 new comment' }))
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('Comment by Yann')
  expect(bar()).toBe(null)
})

test('a thread without replies has no branch to show', async () => {
  const { user } = await openDiscussion()
  const article = within(screen.getByRole('article', { name: 'Comment by cmaenergy' }))
  await user.click(article.getByRole('button', { name: 'More actions for the comment by cmaenergy' }))
  await article.findByRole('button', { name: 'Report' })
  expect(article.queryByRole('button', { name: 'Only this branch' })).toBe(null)
})

async function post(
  { api, transcript }: Awaited<ReturnType<typeof startBackend>>,
  name: string,
  parentId: string | null,
) {
  const { id: discussionId } = transcript.discussion!
  return api.postComment({
    discussionId,
    parentId: parentId as CommentId | null,
    author: { name },
    body: `Words of ${name}`,
  })
}
