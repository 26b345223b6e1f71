import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { problemAnswer } from '../../../src/backend/problemAnswer.ts'
import type { Comment } from '../../../src/domain/comment.ts'
import type { Decision } from '../../../src/domain/moderation.ts'
import { zoe } from '../../backend/conformance/moderators.ts'
import { buttonOf, itemBy, names, openSigned, startDesk, type StartedDesk } from './openDesk.tsx'

const moderatorToken = zoe.token

const deed = () => screen.getByRole('article', { name: 'Mo approved a comment' })

function decideElsewhere(backend: StartedDesk, { discussionId, id, revision }: Comment, decision: Decision) {
  return backend.others.decideComment({
    moderatorToken,
    discussionId,
    commentId: id,
    revision,
    decision,
    reason: decision === 'reject' ? 'Elsewhere' : null,
  })
}

test('a comment that its writer has changed is shown as it is now, and is decided on anew', async () => {
  const backend = await startDesk()
  const posted = await backend.post('Ada', 'Said at first', 'a')
  await backend.report(posted, 'No.')
  const { user } = await openSigned(backend)
  const { editToken, id: commentId, discussionId, revision } = posted
  if (editToken === null) throw new Error('there is no right to edit')
  await backend.api.editComment({ discussionId, commentId, revision, editToken, body: 'Said then' })
  await user.click(buttonOf('Ada', 'Reject'))
  await user.keyboard('It is rude.')
  await user.click(buttonOf('Ada', 'Reject for this reason'))
  expect(await within(itemBy('Ada')).findByRole('alert')).toHaveTextContent(/^The comment was changed meanwh/)
  expect(itemBy('Ada')).toHaveTextContent('Said then')
  expect(itemBy('Ada')).not.toHaveTextContent('Said at first')
  expect(screen.getByRole('textbox', { name: 'Reason' })).toHaveValue('It is rude.')
  await user.click(buttonOf('Ada', 'Reject for this reason'))
  await screen.findByRole('heading', { name: 'Nothing is waiting' })
})

test('what somebody else has decided is taken away, with a word, and focus goes on', async () => {
  const backend = await startDesk()
  const held = await backend.hold('Ada')
  await backend.hold('Bea')
  const { user } = await openSigned(backend)
  await decideElsewhere(backend, held, 'reject')
  itemBy('Ada').focus()
  await user.keyboard('a')
  await waitFor(() => expect(names()).toEqual(['Bea']))
  expect(itemBy('Bea')).toHaveFocus()
  expect(screen.getByRole('status')).toHaveTextContent(
    'Somebody else has decided on the comment by Ada already',
  )
})

test('a discussion that somebody else has closed already is shown so', async () => {
  const backend = await startDesk()
  const { discussionId } = await backend.hold('Ada')
  const { user } = await openSigned(backend)
  await backend.others.closeDiscussion({ moderatorToken, discussionId, closed: true, reason: null })
  await user.click(buttonOf('Ada', 'Close discussion'))
  await within(itemBy('Ada')).findByRole('button', { name: 'Reopen discussion' })
  expect(screen.getByRole('status')).toHaveTextContent('Somebody else has closed this discussion already.')
  expect(within(itemBy('Ada')).queryByRole('alert')).toBeNull()
})

test('what was overtaken is not undone, and that is said', async () => {
  const backend = await startDesk()
  const held = await backend.hold('Ada')
  const { user } = await openSigned(backend)
  await user.click(buttonOf('Ada', 'Approve'))
  await screen.findByRole('heading', { name: 'Nothing is waiting' })
  const { entries } = await backend.others.readLog({ moderatorToken })
  await decideElsewhere(backend, { ...held, revision: entries.length }, 'reject')
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'Nothing was undone. Something else was done since',
  )
  expect(within(screen.getByRole('alert')).queryByRole('button')).toBeNull()
  expect(screen.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'true')
})

test.for([
  ['no network', () => Promise.reject(new TypeError('no network')), 'Soundoff could not be reached.'],
  ['503', () => problemAnswer({ code: 'unavailable' }), 'Soundoff cannot answer right now.'],
  [
    '429',
    () => problemAnswer({ code: 'rate-limited', retryAfter: 11.2 }),
    'Too much was asked in a short time. Try again in 12 seconds.',
  ],
] as const)(
  'a failure (%s) is told beside the comment, and tried again from there',
  async ([, fail, told]) => {
    const backend = await startDesk()
    for (const name of ['Ada', 'Bea']) await backend.hold(name)
    const { user } = await openSigned(backend)
    backend.faults.before = (request) => (request.method === 'POST' ? fail() : undefined)
    await user.click(buttonOf('Bea', 'Approve'))
    const alert = await within(itemBy('Bea')).findByRole('alert')
    expect(alert).toHaveTextContent(`Nothing was decided. ${told}`)
    expect(buttonOf('Bea', 'Approve')).toHaveFocus()
    expect(itemBy('Bea')).not.toHaveTextContent('On its way')
    delete backend.faults.before
    await user.click(within(alert).getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(names()).toEqual(['Ada']))
    expect(itemBy('Ada')).toHaveFocus()
  },
)

test.for([
  [
    'Undo',
    () => screen.getByRole('button', { name: 'Undo' }),
    () => screen.getByRole('button', { name: 'Undo' }),
  ],
  ['Delete', () => buttonOf('Bea', 'Delete'), () => itemBy('Bea')],
  ['Close discussion', () => buttonOf('Bea', 'Close discussion'), () => itemBy('Bea')],
  ['Log', () => within(deed()).getByRole('button', { name: 'Undo' }), () => deed()],
] as const)(
  'what fails again leaves focus beside it, where keys work (%s)',
  async ([name, button, place]) => {
    const backend = await startDesk()
    for (const each of ['Ada', 'Bea']) await backend.hold(each)
    const { user } = await openSigned(backend)
    await user.click(buttonOf('Ada', 'Approve'))
    await waitFor(() => expect(names()).toEqual(['Bea']))
    if (name === 'Log') {
      await user.click(screen.getByRole('tab', { name }))
      await screen.findByRole('article', { name: /approved/ })
    }
    let refused = 0
    backend.faults.before = ({ method }) => {
      if (method !== 'POST') return undefined
      refused += 1
      return problemAnswer({ code: 'rate-limited', retryAfter: 1 })
    }
    await user.click(button())
    await user.click(await screen.findByRole('button', { name: 'Try again' }))
    await screen.findByRole('button', { name: 'Try again' })
    expect(refused).toBe(2)
    expect(place()).toHaveFocus()
  },
)

test('a decision whose answer was lost on its way is made once', async () => {
  const backend = await startDesk()
  await backend.hold('Ada')
  const { user } = await openSigned(backend)
  let lost = 0
  backend.faults.after = (request, answer) => {
    if (request.method !== 'POST' || lost > 0) return answer
    lost += 1
    throw new TypeError('lost')
  }
  await user.click(buttonOf('Ada', 'Delete'))
  await screen.findByRole('heading', { name: 'Nothing is waiting' })
  expect(lost).toBe(1)
  const { entries } = await backend.others.readLog({ moderatorToken })
  expect(entries.map(({ action }) => action)).toEqual(['delete'])
})
