import { onlineManager } from '@tanstack/react-query'
import { act, screen, within } from '@testing-library/react'
import { expect, onTestFinished, test } from 'vitest'
import type { ServerProblem } from '../../src/api/problem.ts'
import { problemAnswer } from '../../src/backend/problemAnswer.ts'
import { openDiscussion, startBackend } from '../support/openDiscussion.tsx'

type Opened = Awaited<ReturnType<typeof openDiscussion>>

/** Opens the discussion and sends a comment, which meets `before`. */
async function send(text: string, before: Opened['backend']['faults']['before']) {
  const opened = await openDiscussion()
  opened.backend.faults.before = (request) => (request.method === 'POST' ? before?.(request) : undefined)
  await opened.user.type(screen.getByRole('textbox', { name: 'Name' }), 'Ada')
  await opened.user.type(screen.getByRole('textbox', { name: 'Comment' }), text)
  await opened.user.click(screen.getByRole('button', { name: 'Post comment' }))
  return opened
}

function refuseWith(problem: ServerProblem): () => Response {
  return () => problemAnswer(problem)
}

/** A gate that keeps what waits at it until it is opened. */
function gate() {
  let open = () => {}
  const passed = new Promise<void>((resolve) => (open = resolve))
  return { open: () => open(), passed }
}

/** What another tab does to a draft. */
function changeInOtherTab(name: string, value: string | null) {
  const key = `soundoff:${name}`
  act(() => {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
    dispatchEvent(new StorageEvent('storage', { key, newValue: value, storageArea: localStorage }))
  })
}

test.for([
  [{ code: 'rate-limited', retryAfter: 30 }, 'Try again in 30 seconds', true],
  [{ code: 'unavailable' }, 'cannot answer right now', true],
  [{ code: 'discussion-closed' }, 'closed meanwhile', false],
  [{ code: 'parent-gone' }, 'no longer there', false],
  [{ code: 'too-large', limit: 65_536 }, 'too large', false],
  [{ code: 'invalid', field: 'body', reason: 'must not be empty' }, 'The text must not be empty', false],
] as const)(
  'a refusal as %o says why, and offers another try where that can help',
  async ([problem, words, again]) => {
    await send('Kept.', refuseWith(problem))
    await expect.poll(() => screen.getByRole('textbox', { name: 'Comment' })).toHaveValue('Kept.')
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent(`Not posted. `)
    expect(alert).toHaveTextContent(words)
    expect(within(alert).queryAllByRole('button', { name: 'Try again' })).toHaveLength(again ? 1 : 0)
  },
)

test('a spent key is not sent again', async () => {
  const keys: (string | null)[] = []
  const { backend, user } = await send('Mine.', (request) => {
    keys.push(request.headers.get('Idempotency-Key'))
    return keys.length === 1 ? problemAnswer({ code: 'idempotency-key-reused' }) : undefined
  })
  await user.click(await screen.findByRole('button', { name: 'Try again' }))
  await screen.findByRole('article', { name: 'Comment by Ada' })
  await expect.poll(() => screen.queryByText('Sending…')).toBeNull()
  expect(new Set(keys).size).toBe(2)
  delete backend.faults.before
})

test('a refusal is over once another tab has posted the text', async () => {
  const { backend } = await send('From two tabs.', refuseWith({ code: 'unavailable' }))
  await screen.findByRole('alert')
  changeInOtherTab(`draft:${backend.articleId}:new:new`, null)
  await expect.poll(() => screen.queryByRole('alert')).toBeNull()
  expect(screen.getByRole('textbox', { name: 'Comment' })).toHaveValue('')
})

test.for([
  ['what another tab has written on since', { body: 'First, and a second thought' }],
  [
    'what another tab has begun to send since',
    { body: 'Other', attempt: { key: 'another-key', name: 'Ada', body: 'Other' } },
  ],
] as const)('%s stays when a comment is acknowledged', async ([, change]) => {
  const { open, passed } = gate()
  const { backend } = await send('First', () => passed)
  const name = `draft:${backend.articleId}:new:new`
  const draft: unknown = JSON.parse(localStorage.getItem(`soundoff:${name}`) ?? '')
  changeInOtherTab(name, JSON.stringify({ ...(draft as object), ...change }))
  open()
  await screen.findByText('1 more was posted since', { exact: false })
  expect(screen.getByRole('textbox', { name: 'Comment' })).toHaveValue(change.body)
})

test('who writes on elsewhere while a comment is on its way is not disturbed when it arrives', async () => {
  const { open, passed } = gate()
  const { user } = await send('Slow.', () => passed)
  await user.click(screen.getByRole('button', { name: 'Reply to wjm' }))
  await user.keyboard('Half a')
  open()
  await screen.findByText('1 more was posted since', { exact: false })
  await user.keyboard(' sentence')
  expect(screen.getByRole('textbox', { name: 'Your reply' })).toHaveValue('Half a sentence')
  expect(screen.getByRole('textbox', { name: 'Your reply' })).toHaveFocus()
})

test('while an answer is on its way another one can be written, and both are posted in turn', async () => {
  const { open, passed } = gate()
  const { user, backend } = await openDiscussion()
  backend.faults.before = ({ method }) => (method === 'POST' ? passed : undefined)
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Ada')
  for (const text of ['Slow.', 'And another.']) {
    await user.click(screen.getByRole('button', { name: 'Reply to wjm' }))
    await user.keyboard(text)
    await user.click(screen.getByRole('button', { name: 'Post reply' }))
  }
  expect(await screen.findAllByText('Sending…')).toHaveLength(2)
  open()
  await expect.poll(() => screen.queryByText('Sending…')).toBeNull()
  const replies = screen.getAllByRole('article', { name: 'Reply by Ada to wjm' })
  expect(replies.map(({ textContent }) => /Slow|another/.exec(textContent)?.[0])).toEqual(['Slow', 'another'])
})

test('a reply to a folded thread opens it', async () => {
  const { user } = await openDiscussion()
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Ada')
  await user.click(screen.getByRole('button', { name: 'Collapse thread by wjm' }))
  await user.click(screen.getByRole('button', { name: 'Reply to wjm' }))
  await user.keyboard('Seen at once.')
  await user.click(screen.getByRole('button', { name: 'Post reply' }))
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toBe('Reply by Ada to wjm')
  expect(screen.getByRole('article', { name: 'Reply by Ada to wjm' })).toHaveTextContent('Seen at once.')
})

test('a reply that is refused after all was folded comes back into view', async () => {
  const { open, passed } = gate()
  const { user, backend } = await openDiscussion()
  backend.faults.before = async ({ method }) => {
    if (method !== 'POST') return undefined
    await passed
    return problemAnswer({ code: 'discussion-closed' })
  }
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Ada')
  await user.click(screen.getByRole('button', { name: 'Reply to Hapa' }))
  await user.keyboard('Too late?')
  await user.click(screen.getByRole('button', { name: 'Post reply' }))
  await user.click(screen.getByRole('button', { name: 'Collapse all' }))
  open()
  expect(await screen.findByRole('alert')).toHaveTextContent('closed meanwhile')
  expect(screen.getByRole('textbox', { name: 'Your reply' })).toHaveValue('Too late?')
})

test('a name that is emptied elsewhere is asked for again where it is needed', async () => {
  const { user } = await openDiscussion()
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Ada')
  await user.click(screen.getByRole('button', { name: 'Reply to wjm' }))
  await user.keyboard('Hello')
  await user.clear(screen.getByRole('textbox', { name: 'Name' }))
  const form = within(screen.getByRole('form', { name: 'Reply to wjm' }))
  await user.click(form.getByRole('button', { name: 'Post reply' }))
  await expect.poll(() => document.activeElement).toBe(form.getByRole('textbox', { name: 'Name' }))
  expect(form.getByRole('textbox', { name: 'Name' })).toHaveAccessibleDescription(/Write your name/)
})

test('Enter in the name goes on to the text, and sends nothing', async () => {
  const { user } = await openDiscussion()
  await user.type(screen.getByRole('textbox', { name: 'Comment' }), 'Not finished')
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Ada{Enter}')
  expect(screen.getByRole('textbox', { name: 'Comment' })).toHaveFocus()
  expect(screen.queryByText('Sending…')).toBeNull()
  expect(screen.getByRole('textbox', { name: 'Comment' })).toHaveValue('Not finished')
})

test('another order that cannot be loaded leaves threads and drafts as they are, and says so', async () => {
  const { user, backend } = await openDiscussion()
  await user.type(screen.getByRole('textbox', { name: 'Comment' }), 'Half a thought')
  backend.faults.before = (request) => {
    if (request.url.includes('order=oldest')) throw new TypeError('no network')
  }
  await user.selectOptions(screen.getByRole('combobox', { name: 'Sort by' }), 'Oldest first')
  expect(await screen.findByRole('alert')).toHaveTextContent('could not be brought into this order')
  expect(screen.getByRole('textbox', { name: 'Comment' })).toHaveValue('Half a thought')
  expect(screen.getAllByRole('article', { name: /^Comment by/ })[0]).toHaveAccessibleName(
    'Comment by Jdrtjghk Ssdfgjsdg',
  )

  delete backend.faults.before
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await expect.poll(() => screen.getByRole('status').textContent).toBe('Sorted: Oldest first')
  expect(screen.getAllByRole('article', { name: /^Comment by/ })[0]).toHaveAccessibleName(
    'Comment by cmaenergy',
  )
  expect(screen.getByRole('combobox', { name: 'Sort by' })).toHaveFocus()
})

test('without a network at the start the page says so, and does not wait for ever', async () => {
  onTestFinished(() => onlineManager.setOnline(true))
  onlineManager.setOnline(false)
  const backend = await startBackend()
  backend.faults.before = () => {
    throw new TypeError('no network')
  }
  const opening = openDiscussion({ backend, alwaysOnline: false })
  opening.catch(() => undefined)
  expect((await screen.findAllByRole('alert'))[0]).toHaveTextContent('could not be reached')
})
