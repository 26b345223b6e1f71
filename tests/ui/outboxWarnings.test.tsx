import { expect, test } from 'vitest'
import { isWriting, openTab, postByBrook, posted, refuse, reply } from '../support/outboxTabs.ts'
import { startBackend } from '../support/openDiscussion.tsx'

test('who answers a comment that is edited meanwhile is told so, once', async () => {
  const backend = await startBackend()
  const { edit } = await postByBrook(backend)
  const { tab } = await openTab({ backend })
  await tab.user.click(await tab.screen.findByRole('button', { name: 'Reply to Brook' }))
  await tab.user.type(tab.screen.getByRole('textbox', { name: 'Your reply' }), 'You are')
  await edit('After.')
  const said = () => tab.screen.getByRole('status').textContent
  await expect.poll(said).toContain('Brook has edited this comment since you began.')
  await tab.user.click(tab.screen.getByRole('button', { name: 'Collapse thread by wjm' }))
  await tab.user.type(tab.screen.getByRole('textbox', { name: 'Your reply' }), ' right.')
  expect(said()).toBe('Thread collapsed')
})

test('a reply that may have been posted, and is made a comment of its own, is asked after before that is posted', async () => {
  const backend = await startBackend()
  const { remove } = await postByBrook(backend)
  const { tab } = await openTab({ backend })
  backend.faults.after = (request, answer) => (isWriting(request) ? refuse() : answer)
  await reply(tab, 'Brook', 'You are right.')
  await tab.screen.findByRole('alert')
  await remove()
  await tab.user.click(await tab.screen.findByRole('button', { name: 'Make it a comment of its own' }))
  expect(tab.field()).toHaveValue('You are right.')
  delete backend.faults.after
  await tab.user.click(tab.screen.getByRole('button', { name: 'Post comment' }))
  await expect
    .poll(() => tab.screen.queryByRole('alert')?.textContent)
    .toContain('What you sent before was posted after all.')
  expect(tab.field()).toHaveValue('You are right.')
  expect(await posted(backend)).toEqual(['You are right.'])
})
