import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { startBackend } from '../support/openDiscussion.tsx'
import { openInShadow } from '../support/openInShadow.tsx'
import { matchLinks, openSearch, searchField, searchPanel } from '../support/searchPage.tsx'

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

const status = () => screen.getByRole('status').textContent

test('words are found in the whole discussion, marked, and shown with whom they answer and a link', async () => {
  const { user, backend } = await openSearch()
  await user.type(searchField(), 'china')
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
  const items = within(await searchPanel())
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
  await user.type(searchField(), 'china{Enter}')
  const links = await matchLinks()
  const current = () => screen.getByRole('region', { name: 'Search results' }).querySelector('[aria-current]')
  expect(current()).toBeNull()
  await user.keyboard('{Enter}{Enter}{Enter}')
  await waitFor(() => expect(status()).toBe(`3 of ${links.length}`))
  await user.keyboard('{Shift>}{Enter}{/Shift}')
  expect(current()).toContainElement(links[1]!)
  expect(searchField()).toHaveFocus()
  await user.click(screen.getByRole('button', { name: 'Next match' }))
  expect(current()).toContainElement(links[2]!)
  for (const _ of links) await user.click(screen.getByRole('button', { name: 'Next match' }))
  expect(current()).toContainElement(links.at(-1)!)
  for (const _ of links) await user.click(screen.getByRole('button', { name: 'Previous match' }))
  expect(current()).toContainElement(links[0]!)
})

test('what is not found says so and what may help, and an empty field closes the results', async () => {
  const { user } = await openSearch()
  await user.type(searchField(), 'xyzzy')
  await waitFor(() => expect(status()).toBe('No matches'))
  expect(await searchPanel()).toHaveTextContent(
    'No comment holds “xyzzy”.Look for fewer words, or for part of one.',
  )
  await user.keyboard('{Escape}')
  expect(searchField()).toHaveValue('')
  expect(searchField()).toHaveFocus()
  expect(screen.queryByRole('region', { name: 'Search results' })).toBeNull()
})

test('a search that fails says so, and can be tried again', async () => {
  const { user, backend } = await openSearch()
  backend.faults.before = (request) => (request.url.includes('/search') ? Response.error() : undefined)
  await user.type(searchField(), 'china')
  const alert = await within(await searchPanel()).findByRole('alert')
  expect(alert).toHaveTextContent('The search has failed.')
  backend.faults.before = () => {}
  await user.click(within(alert).getByRole('button', { name: 'Try again' }))
  expect((await matchLinks()).length).toBeGreaterThan(3)
})

test('more matches are asked for at the end of the list; where that fails, it is tried again there', async () => {
  const texts = Array.from({ length: 60 }, (_, index) => `A word, ${index}.`)
  const { user, backend } = await openSearch({ backend: await startBackend(manyTexts(texts), 'many') })
  await user.type(searchField(), 'word')
  const first = await matchLinks()
  await waitFor(() => expect(status()).toBe('60 matches'))
  expect(first.length).toBeLessThan(60)
  backend.faults.before = (request) => (request.url.includes('/search') ? Response.error() : undefined)
  await user.click(await screen.findByRole('button', { name: 'Show more matches' }))
  const alert = await within(await searchPanel()).findByRole('alert')
  backend.faults.before = () => {}
  await user.click(within(alert).getByRole('button', { name: 'Try again' }))
  await waitFor(async () => expect((await matchLinks()).length).toBeGreaterThan(first.length))
  await waitFor(async () => expect((await matchLinks())[first.length]).toHaveFocus())
  // Stepping asks for the rest by itself.
  await user.click(searchField())
  for (const _ of texts) {
    const before = status()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(status()).not.toBe(before))
  }
  expect(status()).toBe('60 of 60')
})

test('the answer to what was typed last is shown, whichever comes last; what was found before stays until then', async () => {
  const { user, backend } = await openSearch()
  await user.type(searchField(), 'kerry')
  const before = (await matchLinks()).length
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  backend.faults.before = async (request) => {
    if (new URL(request.url).searchParams.get('q') === 'kerry china') await held
  }
  await user.type(searchField(), ' china{Enter}')
  expect((await matchLinks()).length).toBe(before)
  await user.type(searchField(), ' north{Enter}')
  await waitFor(() => expect(status()).toMatch(/^(\d+ match|No match)/))
  const said = status()
  const shown = (await searchPanel()).textContent
  release()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect([status(), (await searchPanel()).textContent]).toEqual([said, shown])
})

test('composers stay as they are, and keep what is written in them, whatever is searched for', async () => {
  const { user } = await openSearch()
  await user.click(screen.getByRole('button', { name: 'Reply to Hapa' }))
  const composer = screen.getByRole('textbox', { name: 'Your reply' })
  await user.type(composer, 'Half a thought')
  await user.type(searchField(), 'china')
  await matchLinks()
  await user.click(screen.getByRole('button', { name: 'Clear' }))
  expect(searchField()).toHaveFocus()
  expect(searchField()).toHaveValue('')
  expect(screen.queryByRole('region', { name: 'Search results' })).toBeNull()
  expect(screen.getByRole('textbox', { name: 'Your reply' })).toBe(composer)
  expect(composer).toHaveValue('Half a thought')
})

test('in a shadow root it is the same', async () => {
  const { screen: inside, user } = await openInShadow(await startBackend())
  await inside.findByRole('button', { name: 'People and activity' })
  await user.type(inside.getByRole('searchbox'), 'china')
  const links = await within(await inside.findByRole('region', { name: 'Search results' })).findAllByRole(
    'link',
  )
  expect(links.length).toBeGreaterThan(3)
})
