import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { DiscussionId } from '../../../src/domain/ids.ts'
import { mo } from '../../backend/conformance/moderators.ts'
import { buttonOf, itemBy, names, openSigned, startDesk } from './openDesk.tsx'

const status = () => screen.getByRole('status')
const reason = () => screen.getByRole('textbox', { name: 'Reason' })

test('what waits stands there, the longest waiting first, each with why, what is said against it, and what it answers', async () => {
  const backend = await startDesk()
  const [first] = (await backend.api.listComments({ discussionId: 'a' as DiscussionId, order: 'oldest' }))
    .comments
  if (!first) throw new Error('there is no comment')
  await backend.hold('Ada', { body: '**Buy** <b>this</b>', parentId: 'first' })
  await backend.report(first, 'An insult.\n\nTo all of us.')
  await backend.report(first, '')
  await backend.hold('Bea', { id: 'b' })
  await openSigned(backend)
  expect(names()).toEqual(['Ada', 'Pete', 'Bea'])
  expect(screen.getByRole('tab', { name: 'Waiting (3)' })).toHaveAttribute('aria-selected', 'true')
  const ada = itemBy('Ada')
  expect(ada).toHaveAccessibleName('Comment by Ada on Article a')
  expect(ada).toHaveTextContent('Held: it has many web addresses.')
  expect(within(ada).getByRole('figure')).toHaveTextContent('Answers PeteSaid before')
  expect(await within(ada).findByText('Buy')).toHaveProperty('tagName', 'STRONG')
  expect(ada).toHaveTextContent('Buy <b>this</b> https')
  expect(within(ada).getByRole('link', { name: 'Article a' })).toHaveAttribute(
    'href',
    '/?article=a#comment-first',
  )
  const pete = itemBy('Pete')
  expect(pete).toHaveTextContent('2 reports')
  const [said, unsaid] = within(pete).getAllByRole('listitem')
  expect(said).toHaveTextContent(/^Abuse or harassment .*An insult\.To all of us\.$/)
  expect(said?.querySelector('time')).toHaveAttribute('datetime', expect.stringMatching(/Z$/))
  expect(unsaid).toHaveTextContent(/^Abuse or harassment [^.]*$/)
})

test('after each decision focus goes to the next, else to the one before it, and at last to the heading', async () => {
  const backend = await startDesk()
  for (const name of ['Ada', 'Bea', 'Cid']) await backend.hold(name)
  const { user } = await openSigned(backend)
  await user.click(buttonOf('Bea', 'Approve'))
  await waitFor(() => expect(names()).toEqual(['Ada', 'Cid']))
  expect(itemBy('Cid')).toHaveFocus()
  expect(status()).toHaveTextContent('Approved. Undo is possible. 2 waiting.')
  await user.click(buttonOf('Cid', 'Delete'))
  await waitFor(() => expect(itemBy('Ada')).toHaveFocus())
  expect(status()).toHaveTextContent('Deleted. Undo is possible. 1 waiting.')
  await user.click(buttonOf('Ada', 'Approve'))
  await waitFor(() => expect(screen.getByRole('heading', { name: 'Nothing is waiting' })).toHaveFocus())
  const { comments } = await backend.api.listComments({ discussionId: 'a' as DiscussionId, order: 'oldest' })
  expect(comments.map(({ author }) => author.name)).toEqual(['Pete', 'Bea', 'Ada'])
})

test('nothing is rejected without a reason, or for one that is too long', async () => {
  const backend = await startDesk()
  await backend.hold('Ada')
  const { user } = await openSigned(backend)
  await user.click(buttonOf('Ada', 'Reject'))
  expect(reason()).toHaveFocus()
  await user.click(buttonOf('Ada', 'Reject for this reason'))
  await waitFor(() => expect(reason()).toHaveFocus())
  expect(reason()).toHaveAccessibleDescription(/^Say why it is rejected/)
  await user.click(reason())
  await user.paste('x'.repeat(501))
  expect(reason()).toHaveAccessibleDescription(/^A reason has at most 500 characters.*1 character too many/)
  await user.click(buttonOf('Ada', 'Reject for this reason'))
  expect(reason()).toHaveValue('x'.repeat(501))
  expect(backend.requests.filter((request) => request.startsWith('POST'))).toEqual([])
  await user.type(reason(), '{Backspace}')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await screen.findByRole('heading', { name: 'Nothing is waiting' })
  const { entries } = await backend.others.readLog({ moderatorToken: mo.token })
  expect(entries).toMatchObject([{ action: 'reject', reason: 'x'.repeat(500) }])
})

test('a reason that was begun is kept when its box is closed, when sending fails, and over a reload', async () => {
  const backend = await startDesk()
  for (const name of ['Ada', 'Bea']) await backend.hold(name)
  const desk = await openSigned(backend)
  await desk.user.click(buttonOf('Ada', 'Reject'))
  await desk.user.keyboard('It sells.{Escape}')
  expect(screen.queryByRole('textbox')).toBeNull()
  const reject = within(itemBy('Ada')).getByRole('button', { name: /^Reject/ })
  expect(reject).toHaveFocus()
  expect(reject).toHaveTextContent('draft')
  expect(buttonOf('Bea', 'Reject')).not.toHaveTextContent('draft')
  await desk.user.click(reject)
  expect(reason()).toHaveValue('It sells.')

  backend.faults.before = (request) =>
    request.method === 'POST' ? new Response('no', { status: 502 }) : undefined
  await desk.user.click(buttonOf('Ada', 'Reject for this reason'))
  expect(await within(itemBy('Ada')).findByRole('alert')).toHaveTextContent(
    'Nothing was decided. Soundoff cannot answer right now.',
  )
  expect(reason()).toHaveValue('It sells.')
  const { user } = desk.reload()
  expect(await screen.findByRole('textbox', { name: 'Reason' })).toHaveValue('It sells.')
  delete backend.faults.before
  await user.click(buttonOf('Ada', 'Reject for this reason'))
  await waitFor(() => expect(names()).toEqual(['Bea']))
  expect(Object.keys(localStorage).filter((key) => key.includes('reason'))).toEqual([])
})

test('a discussion is closed from any of its comments, and opened again', async () => {
  const backend = await startDesk()
  for (const name of ['Ada', 'Bea']) await backend.hold(name)
  await backend.hold('Cid', { id: 'b' })
  const { user } = await openSigned(backend)
  await user.click(buttonOf('Ada', 'Close discussion'))
  const reopen = await within(itemBy('Ada')).findByRole('button', { name: 'Reopen discussion' })
  expect(reopen).toHaveFocus()
  expect(status()).toHaveTextContent('Discussion closed. Undo is possible. 3 waiting.')
  expect(itemBy('Bea')).toHaveTextContent('This discussion is closed.')
  expect(itemBy('Cid')).not.toHaveTextContent('This discussion is closed.')
  const discussionId = 'a' as DiscussionId
  expect(await backend.api.readDiscussion({ discussionId })).toMatchObject({ closed: true })
  await user.click(buttonOf('Bea', 'Reopen discussion'))
  await waitFor(() => expect(itemBy('Ada')).not.toHaveTextContent('This discussion is closed.'))
  expect(await backend.api.readDiscussion({ discussionId })).toMatchObject({ closed: false })
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(itemBy('Bea')).toHaveTextContent('This discussion is closed.'))
})
