import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openDiscussion, startBackend } from '../support/openDiscussion.tsx'
import { openInShadow } from '../support/openInShadow.tsx'
import { NAUGHTY_TEXTS, SCRIPTING_TEXTS } from '../support/hostileTexts.ts'

/** A discussion of as many comments as it has texts, all at the top level but the second, which answers the first. */
const manyTexts = (texts: readonly string[]) => `A title
May 1st, 2014

By Somebody

A paragraph.

soundoff (${texts.length} Responses)
${texts
  .map((text, index) =>
    index === 1
      ? `    • Writer ${index}\n\n      ${text}\n\n      May 2, 2014 at 1:00 pm | Reply\n`
      : `  ${index + 1}. Writer ${index}\n\n    ${text}\n\n    May 2, 2014 at 1:${String(index).padStart(2, '0')} pm | Reply\n`,
  )
  .join('')}`

const field = () => screen.getByRole('searchbox', { name: 'Search this discussion' })
const panel = () => screen.findByRole('region', { name: 'Search results' })
const matchLinks = async () => within(await panel()).findAllByRole('link')
const status = () => screen.getByRole('status').textContent

/** Once what listens to the field is there. */
async function openSearch(options: Parameters<typeof openDiscussion>[0] = {}) {
  const opened = await openDiscussion(options)
  await screen.findByRole('button', { name: 'People and activity' })
  return opened
}

test('words are found in the whole discussion, marked, and shown with whom they answer and a link', async () => {
  const { user, backend } = await openSearch()
  await user.type(field(), 'china')
  const links = await matchLinks()
  const { matches, total } = await backend.api.searchComments({
    discussionId: backend.articleId as never,
    q: 'china',
  })
  expect(total).toBeGreaterThan(3)
  expect(links.map((link) => link.getAttribute('href'))).toEqual(
    matches.map(({ comment }) => `#comment-${comment.id}`),
  )
  await waitFor(() => expect(status()).toBe(`${total} matches`))
  const items = within(await panel())
    .getAllByRole('listitem')
    .filter((item) => within(item).queryByRole('link') !== null)
  for (const [index, item] of items.entries()) {
    const marks = [...item.querySelectorAll('mark')].map((mark) => mark.textContent.toLowerCase())
    expect(marks.length).toBeGreaterThan(0)
    expect(new Set(marks)).toEqual(new Set(['china']))
    const { ancestors } = matches[index]!
    for (const { name } of ancestors) expect(item).toHaveTextContent(name)
    expect(item.textContent.includes('In reply to')).toBe(ancestors.length > 0)
  }
})

test('the matches are stepped through by keys and by buttons, no further than they go', async () => {
  const { user } = await openSearch()
  await user.type(field(), 'china{Enter}')
  const links = await matchLinks()
  const current = () => screen.getByRole('region', { name: 'Search results' }).querySelector('[aria-current]')
  expect(current()).toBeNull()
  await user.keyboard('{Enter}{Enter}{Enter}')
  await waitFor(() => expect(status()).toBe(`3 of ${links.length}`))
  await user.keyboard('{Shift>}{Enter}{/Shift}')
  expect(current()).toContainElement(links[1]!)
  expect(field()).toHaveFocus()
  await user.click(screen.getByRole('button', { name: 'Next match' }))
  expect(current()).toContainElement(links[2]!)
  for (const _ of links) await user.click(screen.getByRole('button', { name: 'Next match' }))
  expect(current()).toContainElement(links.at(-1)!)
  for (const _ of links) await user.click(screen.getByRole('button', { name: 'Previous match' }))
  expect(current()).toContainElement(links[0]!)
})

test('what is not found says so and what may help, and an empty field closes the results', async () => {
  const { user } = await openSearch()
  await user.type(field(), 'xyzzy')
  await waitFor(() => expect(status()).toBe('No matches'))
  expect(await panel()).toHaveTextContent(
    'No comment holds “xyzzy”.Look for fewer words, or for part of one.',
  )
  await user.keyboard('{Escape}')
  expect(field()).toHaveValue('')
  expect(field()).toHaveFocus()
  expect(screen.queryByRole('region', { name: 'Search results' })).toBeNull()
})

test('a search that fails says so, and can be tried again', async () => {
  const { user, backend } = await openSearch()
  backend.faults.before = (request) => (request.url.includes('/search') ? Response.error() : undefined)
  await user.type(field(), 'china')
  const alert = await within(await panel()).findByRole('alert')
  expect(alert).toHaveTextContent('The search has failed.')
  backend.faults.before = () => {}
  await user.click(within(alert).getByRole('button', { name: 'Try again' }))
  expect((await matchLinks()).length).toBeGreaterThan(3)
})

test('more matches are asked for at the end of the list; where that fails, it is tried again there', async () => {
  const texts = Array.from({ length: 60 }, (_, index) => `A word, ${index}.`)
  const { user, backend } = await openSearch({ backend: await startBackend(manyTexts(texts), 'many') })
  await user.type(field(), 'word')
  const first = await matchLinks()
  await waitFor(() => expect(status()).toBe('60 matches'))
  expect(first.length).toBeLessThan(60)
  backend.faults.before = (request) => (request.url.includes('/search') ? Response.error() : undefined)
  await user.click(await screen.findByRole('button', { name: 'Show more matches' }))
  const alert = await within(await panel()).findByRole('alert')
  backend.faults.before = () => {}
  await user.click(within(alert).getByRole('button', { name: 'Try again' }))
  await waitFor(async () => expect((await matchLinks()).length).toBeGreaterThan(first.length))
  await waitFor(async () => expect((await matchLinks())[first.length]).toHaveFocus())
  // Stepping asks for the rest by itself.
  await user.click(field())
  for (const _ of texts) {
    const before = status()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(status()).not.toBe(before))
  }
  expect(status()).toBe('60 of 60')
})

test('the answer to what was typed last is shown, whichever comes last; what was found before stays until then', async () => {
  const { user, backend } = await openSearch()
  await user.type(field(), 'kerry')
  const before = (await matchLinks()).length
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  backend.faults.before = async (request) => {
    if (new URL(request.url).searchParams.get('q') === 'kerry china') await held
  }
  await user.type(field(), ' china{Enter}')
  expect((await matchLinks()).length).toBe(before)
  await user.type(field(), ' north{Enter}')
  await waitFor(() => expect(status()).toMatch(/^(\d+ match|No match)/))
  const said = status()
  const shown = (await panel()).textContent
  release()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect([status(), (await panel()).textContent]).toEqual([said, shown])
})

test('composers stay as they are, and keep what is written in them, whatever is searched for', async () => {
  const { user } = await openSearch()
  await user.click(screen.getByRole('button', { name: 'Reply to Hapa' }))
  const composer = screen.getByRole('textbox', { name: 'Your reply' })
  await user.type(composer, 'Half a thought')
  await user.type(field(), 'china')
  await matchLinks()
  await user.click(screen.getByRole('button', { name: 'Clear' }))
  expect(field()).toHaveFocus()
  expect(field()).toHaveValue('')
  expect(screen.queryByRole('region', { name: 'Search results' })).toBeNull()
  expect(screen.getByRole('textbox', { name: 'Your reply' })).toBe(composer)
  expect(composer).toHaveValue('Half a thought')
})

test('what is in the field is kept over a reload, and searched for on Enter', async () => {
  const { user, reload } = await openSearch()
  await user.type(field(), 'china')
  await matchLinks()
  await reload()
  await screen.findByRole('button', { name: 'People and activity' })
  await waitFor(() => expect(field()).toHaveValue('china'))
  expect(screen.queryByRole('region', { name: 'Search results' })).toBeNull()
  await user.type(field(), '{Enter}')
  expect((await matchLinks()).length).toBeGreaterThan(3)
})

test('what was typed before anything listened is searched for', async () => {
  const idle: (() => void)[] = []
  vi.stubGlobal('requestIdleCallback', (action: () => void) => idle.push(action))
  vi.stubGlobal('cancelIdleCallback', () => {})
  onTestFinished(() => void vi.unstubAllGlobals())
  const { user } = await openDiscussion()
  expect(screen.queryByRole('button', { name: 'People and activity' })).toBeNull()
  ;(field() as HTMLInputElement).value = 'china'
  vi.stubGlobal('requestIdleCallback', (action: () => void) => setTimeout(action))
  act(() => idle.forEach((action) => action()))
  expect((await matchLinks()).length).toBeGreaterThan(3)
  await user.click(screen.getByRole('button', { name: 'Remove “china”' }))
  expect(field()).toHaveValue('')
})

test('words that nothing can be found by are refused at the field', async () => {
  const { user } = await openSearch()
  await user.type(field(), '"')
  await waitFor(() => expect(field()).toBeInvalid())
  expect(field()).toHaveAccessibleDescription(/nothing that could be found/)
  expect(await panel()).toHaveTextContent('Write a word, or part of one.')
  await user.type(field(), 'china')
  expect((await matchLinks()).length).toBeGreaterThan(3)
  expect(field()).not.toBeInvalid()
})

test('more words than may be asked for are refused at the field, and nothing is asked', async () => {
  const { backend } = await openSearch()
  const asked: string[] = []
  backend.faults.before = ({ url }) => void asked.push(url)
  fireEvent.input(field(), { target: { value: '\u6587'.repeat(2_000) } })
  await waitFor(() => expect(field()).toBeInvalid())
  expect(await panel()).toHaveTextContent('Shorten it to 200 characters.')
  expect(asked.filter((url) => url.includes('/search'))).toEqual([])
})

test('Escape in an empty field gives focus back to where it came from', async () => {
  const { user } = await openSearch()
  const button = screen.getByRole('button', { name: 'Reply to Hapa' })
  button.focus()
  field().focus()
  await user.keyboard('a')
  await matchLinks()
  await user.keyboard('{Escape}')
  expect(field()).toHaveFocus()
  await user.keyboard('{Escape}')
  expect(button).toHaveFocus()
})

test('no text in the field is ever markup, or more than what it says', async () => {
  const { user } = await openSearch()
  const input = field()
  input.focus()
  for (const text of [...SCRIPTING_TEXTS, ...NAUGHTY_TEXTS].filter((_, index) => index % 5 === 0)) {
    ;(input as HTMLInputElement).value = text
    input.dispatchEvent(new Event('input', { bubbles: true }))
    await user.keyboard('{Enter}')
    if (text.trim() === '') continue
    const region = await panel()
    await waitFor(() => expect(region).toHaveAttribute('aria-busy', 'false'))
    expect(region.querySelector('script, img, iframe, style, object, form, video, audio')).toBeNull()
    expect(within(region).queryByRole('alert')).toBeNull()
  }
}, 60_000)

test('in a shadow root it is the same', async () => {
  const { screen: inside, user } = await openInShadow(await startBackend())
  await inside.findByRole('button', { name: 'People and activity' })
  await user.type(inside.getByRole('searchbox'), 'china')
  const links = await within(await inside.findByRole('region', { name: 'Search results' })).findAllByRole(
    'link',
  )
  expect(links.length).toBeGreaterThan(3)
})
