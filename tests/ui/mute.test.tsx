import { act, screen, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { SCRIPTING_TEXTS } from '../support/hostileTexts.ts'
import { openDiscussion, startBackend } from '../support/openDiscussion.tsx'
import { openInShadow } from '../support/openInShadow.tsx'

type User = Awaited<ReturnType<typeof openDiscussion>>['user']

const article = (name: string | RegExp) => screen.getAllByRole('article', { name })[0]!
const said = () => screen.getByRole('status').textContent
const LINE = 'A comment by Hapa, whom you have muted.'
const WORDS = /Americans continue/
const hapas = 'Reply by Hapa to john smith'

afterEach(() => document.body.replaceChildren())

async function openMenu(user: User, name: string, within_ = article(new RegExp(`by ${name}\\b`))) {
  await user.click(within(within_).getByRole('button', { name: `More actions for the comment by ${name}` }))
}

async function mute(user: User, name: string): Promise<void> {
  await openMenu(user, name)
  await user.click(await screen.findByRole('button', { name: `Mute ${name}` }))
}

test('what a muted writer wrote is one line each, and what stands below it stays', async () => {
  const { user } = await openDiscussion()
  expect(article(hapas)).toHaveTextContent(WORDS)
  await mute(user, 'Hapa')
  await within(article(hapas)).findByText(/^You have muted Hapa\./)
  expect(said()).toMatch(/^You have muted Hapa\./)
  expect(article(hapas)).toHaveFocus()
  for (const each of screen.getAllByRole('article', { name: /by Hapa\b/ })) {
    expect(within(each).getAllByText(/muted/).length).toBeGreaterThan(0)
    expect(each.querySelector('p[dir]')).toBe(null)
  }
  expect(article('Reply by Pete to Hapa')).toHaveTextContent('delushional')
})

test('a muting is undone where it was done, and focus stays at the comment', async () => {
  const { user } = await openDiscussion()
  await mute(user, 'Hapa')
  await user.click(await within(article(hapas)).findByRole('button', { name: 'Undo' }))
  await expect.poll(() => article(hapas).textContent).toMatch(WORDS)
  await expect.poll(() => document.activeElement).toBe(article(hapas))
  expect(said()).toBe('Hapa is no longer muted')
  expect(screen.queryByText(/whom you have muted/)).toBe(null)
})

test('a comment of a muted writer can be shown once, and hidden again', async () => {
  const { user } = await openDiscussion()
  await mute(user, 'Hapa')
  const button = await within(article(hapas)).findByRole('button', { name: 'Show it' })
  await user.click(button)
  expect(article(hapas)).toHaveTextContent(WORDS)
  expect(screen.getByRole('button', { name: 'Hide it' })).toHaveFocus()
  await user.click(screen.getByRole('button', { name: 'Hide it' }))
  expect(article(hapas)).not.toHaveTextContent(WORDS)
})

test('it holds over a reload, for other spellings of the name too, and for what comes later', async () => {
  const { user, reload, backend } = await openDiscussion()
  await mute(user, 'Hapa')
  const { id: discussionId } = backend.transcript.discussion!
  for (const name of ['HAPA', '\u202eHapa']) {
    await backend.api.postComment({ discussionId, parentId: null, author: { name }, body: 'Words of one.' })
  }
  await reload()
  await within(article(hapas)).findByText(LINE)
  await expect.poll(() => screen.queryByText('Words of one.')).toBe(null)
  expect(screen.getAllByText(/whom you have muted/)).toHaveLength(3)
})

test('what is muted or not in another tab is so here at once, without a loss of focus', async () => {
  await openDiscussion()
  await changeElsewhere('["Hapa"]')
  const line = await within(article(hapas)).findByText(LINE)
  const unmute = within(line.closest('p')!).getByRole('button', { name: 'Unmute Hapa' })
  unmute.focus()
  await changeElsewhere(null)
  await expect.poll(() => article(hapas).textContent).toMatch(WORDS)
  await expect.poll(() => document.activeElement).toBe(article(hapas))
})

test('all who are muted are listed with the keys and how all is shown, and the way back', async () => {
  await changeElsewhere('["Pete"]')
  const { user } = await openDiscussion()
  await mute(user, 'Hapa')
  await user.click(await screen.findByRole('button', { name: 'Keys and display' }))
  const list = within(await screen.findByRole('region', { name: 'Whom you have muted' }))
  expect(list.getAllByRole('listitem').map((each) => each.firstChild?.textContent)).toEqual(['Pete', 'Hapa'])
  await user.click(list.getByRole('button', { name: 'Unmute Pete' }))
  expect(list.getAllByRole('listitem')).toHaveLength(1)
  expect(screen.getByRole('region', { name: 'Whom you have muted' })).toHaveFocus()
  await expect.poll(() => article('Reply by Pete to Hapa').textContent).toMatch('delushional')
})

test('what is found of who is muted does not say what they wrote', async () => {
  await changeElsewhere('["Pete"]')
  const { user } = await openDiscussion()
  await screen.findByRole('button', { name: 'People and activity' })
  await user.type(screen.getByRole('searchbox'), 'delushional')
  const results = within(await screen.findByRole('region', { name: 'Search results' }))
  expect(await results.findByText('A comment by Pete, whom you have muted.')).toBeInTheDocument()
  expect(results.getByRole('link', { name: /^Pete/ }).closest('li')).not.toHaveTextContent('delushional')
})

test.each(['nonsense', '{}', '[1, null, ""]', '["\u200b"]'])(
  'what is stored as %j mutes nobody',
  async (stored) => {
    await changeElsewhere(stored)
    await openDiscussion()
    await screen.findByRole('link', { name: /^@Hapa, to the comment/ })
    expect(screen.queryByText(/muted/)).toBe(null)
  },
)

test('nobody is offered to mute themselves, by whatever spelling', async () => {
  localStorage.setItem('soundoff:name', 'hapa')
  const { user } = await openDiscussion()
  await openMenu(user, 'Hapa', article(hapas))
  await screen.findByRole('button', { name: 'Report' })
  expect(screen.queryByRole('button', { name: 'Mute Hapa' })).toBe(null)
})

test('names are text alone where they are muted', async () => {
  const backend = await startBackend()
  const { id: discussionId } = backend.transcript.discussion!
  const names = SCRIPTING_TEXTS.filter((text) => /^[^\n]{1,60}$/.test(text)).slice(0, 12)
  for (const name of names)
    await backend.api.postComment({ discussionId, parentId: null, author: { name }, body: 'Words.' })
  await changeElsewhere(JSON.stringify(names))
  await openDiscussion({ backend })
  await expect
    .poll(() => screen.queryAllByText(/whom you have muted/).length)
    .toBeGreaterThanOrEqual(names.length)
  expect(document.querySelector('script, img, iframe, article b, article svg')).toBe(null)
})

test('it works in a shadow root', async () => {
  await changeElsewhere('["Hapa"]')
  const { screen: shadow } = await openInShadow(await startBackend())
  const comment = within(await shadow.findByRole('article', { name: hapas }))
  await comment.findByText(LINE)
})

/** As another tab stores it, which this one is told of. */
async function changeElsewhere(muted: string | null): Promise<void> {
  if (muted === null) localStorage.removeItem('soundoff:muted')
  else localStorage.setItem('soundoff:muted', muted)
  const event = new StorageEvent('storage', { key: 'soundoff:muted', storageArea: localStorage })
  await act(async () => void dispatchEvent(event))
}
