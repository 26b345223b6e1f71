import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { zoe } from '../../backend/conformance/moderators.ts'
import { importOf } from '../../backend/imports.ts'
import { openSigned, startDesk } from './openDesk.tsx'

const moderatorToken = zoe.token

test('the log tells of a text that was erased, and calls a discussion without a title by its id', async () => {
  const backend = await startDesk()
  const untitled = importOf('untitled', [])
  const discussion = { ...untitled.discussion, title: '' }
  await backend.store.importDiscussion({ ...untitled, discussion }, { replace: false })
  const { discussionId, id: commentId, revision } = await backend.hold('Ada', { id: 'untitled' })
  await backend.others.closeDiscussion({ moderatorToken, discussionId, closed: true, reason: null })
  await backend.others.decideComment({
    moderatorToken,
    discussionId,
    commentId,
    revision,
    decision: 'approve',
    reason: null,
  })
  await backend.store.erase(discussionId, commentId)
  const { user } = await openSigned(backend)
  await user.click(screen.getByRole('tab', { name: 'Log' }))
  const excerptOf = async (name: string) =>
    (await screen.findByRole('article', { name })).querySelector('blockquote')?.textContent
  expect(await excerptOf('Zoë closed a discussion')).toBe('untitled')
  expect(await excerptOf('Zoë approved a comment')).toBe('Its writer has erased the text.')
})
