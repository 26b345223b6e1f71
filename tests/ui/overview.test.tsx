import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openDiscussion, startBackend } from '../support/openDiscussion.tsx'

const toggle = () => screen.findByRole('button', { name: 'People and activity' })
const overview = () => screen.findByRole('region', { name: 'People and activity' })
const results = () => screen.findByRole('region', { name: 'Search results' })
const status = () => screen.getByRole('status').textContent

async function openOverview() {
  const opened = await openDiscussion()
  await opened.user.click(await toggle())
  const { backend } = opened
  const read = await backend.api.readOverview({ discussionId: backend.articleId as never })
  await screen.findByRole('figure', { name: 'Comments over time' })
  return { ...opened, read, search: { discussionId: backend.articleId as never } }
}

test('the people of a discussion are told with how much they wrote, most first, and can be looked through', async () => {
  const { user, backend, read, search } = await openOverview()
  const list = within(await overview()).getByRole('list', { name: 'People' })
  const told = within(list)
    .getAllByRole('button')
    .map((button) => button.getAttribute('aria-label'))
  const written = new Map<string, number>()
  for (const { author } of backend.transcript.comments) {
    written.set(author.name, (written.get(author.name) ?? 0) + 1)
  }
  expect(told.length).toBe(Math.min(10, written.size))
  for (const label of told) {
    const [, name = '', count] = /^(.*), (\d+) comments?$/.exec(label ?? '') ?? []
    expect([name, Number(count)]).toEqual([name, written.get(name)])
  }
  expect(read.total).toBe(backend.transcript.comments.length)

  const pete = within(list).getByRole('button', { name: /^Pete, / })
  await user.click(pete)
  expect(pete).toHaveAttribute('aria-pressed', 'true')
  const count = written.get('Pete')!
  await waitFor(() => expect(status()).toBe(`${count} comments`))
  const { matches } = await backend.api.searchComments({ ...search, author: 'Pete' })
  const links = within(await results()).getAllByRole('link')
  expect(links.map((link) => link.getAttribute('href'))).toEqual(
    matches.map(({ comment }) => `#comment-${comment.id}`),
  )
  await user.click(screen.getByRole('button', { name: 'Next match' }))
  expect(status()).toBe(`1 of ${count}`)
  await user.click(pete)
  expect(screen.queryByRole('region', { name: 'Search results' })).toBeNull()
})

test('the time span that the handles enclose is what is shown, until all times are', async () => {
  const { user, backend, read, search } = await openOverview()
  const { from, step, counts } = read.timeline!
  const handles = {
    from: screen.getByRole('slider', { name: 'From' }),
    until: screen.getByRole('slider', { name: 'Until' }),
  }
  expect(handles.until).toHaveValue(String(counts.length))
  fireEvent.change(handles.from, { target: { value: '5' } })
  fireEvent.change(handles.until, { target: { value: '30' } })
  const instant = (steps: number) => new Date(Date.parse(from) + steps * step).toISOString()
  const span = { from: instant(5), until: instant(30) }
  const { total, matches } = await backend.api.searchComments({ ...search, ...span })
  expect(total).toBe(counts.slice(5, 30).reduce((sum, each) => sum + each, 0))
  expect(total).toBeLessThan(read.total)
  await waitFor(() => expect(status()).toBe(`${total} comments`))
  expect(within(await results()).getAllByRole('link')).toHaveLength(matches.length)
  // An end cannot pass the other.
  fireEvent.change(handles.from, { target: { value: '60' } })
  expect(handles.from).toHaveValue('29')
  await user.click(screen.getByRole('button', { name: 'All times' }))
  expect(screen.queryByRole('region', { name: 'Search results' })).toBeNull()
  expect(handles.from).toHaveValue('0')
})

test('words, a person and a time are looked for together, and taken out one by one', async () => {
  const { user, backend, search } = await openOverview()
  await user.type(screen.getByRole('searchbox'), 'china')
  await user.click(screen.getByRole('button', { name: /^Pete, / }))
  const { total } = await backend.api.searchComments({ ...search, q: 'china', author: 'Pete' })
  await waitFor(() => expect(status()).toBe(`${total} matches`))
  await user.click(screen.getByRole('button', { name: 'Remove “china”' }))
  expect(await results()).toHaveFocus()
  expect(screen.getByRole('searchbox')).toHaveValue('')
  await user.click(screen.getByRole('button', { name: 'Remove by Pete' }))
  expect(screen.queryByRole('region', { name: 'Search results' })).toBeNull()
  expect(screen.getByRole('searchbox')).toHaveFocus()
})

test('a picture that cannot be loaded says so, and is tried again', async () => {
  const { user, backend } = await openDiscussion()
  backend.faults.before = (request) => (request.url.includes('/overview') ? Response.error() : undefined)
  await user.click(await toggle())
  const alert = await within(await overview()).findByRole('alert')
  backend.faults.before = () => {}
  await user.click(within(alert).getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('figure', { name: 'Comments over time' })).toHaveTextContent(
    /^25 comments, /,
  )
})

test('of a few comments there is no picture', async () => {
  const { user } = await openDiscussion({ backend: await startBackend(FEW, 'few') })
  await user.type(screen.getByRole('searchbox'), 'one')
  await results()
  expect(screen.queryByRole('button', { name: 'People and activity' })).toBeNull()
})

const FEW = `A title
May 1st, 2014

By Somebody

A paragraph.

soundoff (2 Responses)
  1. Ada

    One.

    May 2, 2014 at 1:00 pm | Reply
  2. Ben

    Two.

    May 2, 2014 at 1:01 pm | Reply
`
