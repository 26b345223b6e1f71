import { act } from '@testing-library/react'
import { expect, test } from 'vitest'
import { problemAnswer } from '../../src/backend/problemAnswer.ts'
import { openTab, holdTime, pass, posted, isPost, isWriting, refuse, goOn } from '../support/outboxTabs.ts'

test('a text that was changed after it may have been posted is only sent once it is known that it was not', async () => {
  const { tab, backend } = await openTab()
  backend.faults.after = (request, answer) => (isWriting(request) ? refuse() : answer)
  await tab.send('One')
  expect(await tab.screen.findByRole('alert')).toHaveTextContent('as far as can be told')
  await goOn(tab, ' and two')
  delete backend.faults.after
  await tab.user.click(tab.screen.getByRole('button', { name: 'Try again' }))
  await expect
    .poll(() => tab.screen.getByRole('alert').textContent)
    .toContain('What you sent before was posted after all.')
  expect(tab.field()).toHaveValue('One and two')
  expect(await posted(backend)).toEqual(['One'])
  await tab.user.click(tab.screen.getByRole('button', { name: 'Post comment' }))
  await expect.poll(() => posted(backend)).toEqual(['One and two', 'One'])
})

test.for([
  ['as it is', ''],
  ['changed once more', ' and three'],
])(
  'where what became of the first text could not be asked, it is asked when the second is sent %s',
  async ([, more]) => {
    const { tab, backend } = await openTab()
    backend.faults.after = (request, answer) => (isWriting(request) ? refuse() : answer)
    await tab.send('One')
    await tab.screen.findByRole('alert')
    await goOn(tab, ' and two')
    await tab.user.click(tab.screen.getByRole('button', { name: 'Try again' }))
    await expect.poll(() => tab.screen.queryByRole('alert')).toBeNull()
    await tab.screen.findByRole('alert')
    if (more) await goOn(tab, more)
    delete backend.faults.after
    await tab.user.click(tab.screen.getByRole('button', { name: 'Try again' }))
    await expect
      .poll(() => tab.screen.getByRole('alert').textContent)
      .toContain('What you sent before was posted after all.')
    expect(tab.field()).toHaveValue(`One and two${more}`)
    expect(await posted(backend)).toEqual(['One'])
  },
)

test('a refusal of one text while another is written stands in the thread, to be taken back', async () => {
  const { tab, backend } = await openTab()
  let answer = () => {}
  const answered = new Promise<Response>((resolve) => {
    answer = () => resolve(problemAnswer({ code: 'discussion-closed' }))
  })
  backend.faults.before = (request) => (isPost(request) ? answered : undefined)
  await tab.send('First.')
  await goOn(tab, 'Second.')
  answer()
  const pending = await tab.screen.findByRole('article', { name: 'Comment by Ada' })
  await expect.poll(() => pending.textContent).toContain('closed meanwhile')
  expect(pending).toHaveTextContent('First.')
  expect(tab.field()).toHaveValue('Second.')
  await tab.user.click(tab.screen.getByRole('button', { name: 'Take back and edit' }))
  expect(tab.field()).toHaveValue('Second.\n\nFirst.')
  expect(tab.screen.queryByRole('article', { name: 'Comment by Ada' })).toBeNull()
  expect(await posted(backend)).toEqual([])
})

test('what may have been posted is still asked after when it was taken back', async () => {
  const { tab, backend } = await openTab()
  let fail = () => {}
  const failing = new Promise<void>((resolve) => (fail = resolve))
  backend.faults.after = (request, answer) => (isWriting(request) ? failing.then(refuse) : answer)
  await tab.send('First.')
  await goOn(tab, 'Second.')
  fail()
  await tab.user.click(await tab.screen.findByRole('button', { name: 'Take back and edit' }))
  expect(tab.field()).toHaveValue('Second.\n\nFirst.')
  delete backend.faults.after
  await tab.user.click(tab.screen.getByRole('button', { name: 'Post comment' }))
  expect(await tab.screen.findByRole('alert')).toHaveTextContent('What you sent before was posted after all.')
  expect(tab.field()).toHaveValue('Second.\n\nFirst.')
  expect(await posted(backend)).toEqual(['First.'])
})

test('without a network a comment waits, over a reload too, and goes when the network is back', async () => {
  const { tab, backend, browser } = await openTab()
  browser.network.set(false)
  await tab.send('From the train.')
  expect(await tab.screen.findByText(/Waiting for network/, { selector: 'article span' })).toBeVisible()
  tab.close()
  const { tab: again } = await openTab({ backend, browser })
  expect(await again.screen.findByText(/Waiting for network/, { selector: 'article span' })).toBeVisible()
  expect(await posted(backend)).toEqual([])
  act(() => browser.network.set(true))
  await expect.poll(() => again.screen.getByRole('status').textContent).toBe('Comment posted')
  expect(await posted(backend)).toEqual(['From the train.'])
})

test('a text that is being changed is not sent as it was when the network is back', async () => {
  holdTime()
  const { tab, backend, browser } = await openTab()
  backend.faults.before = (request) => (isWriting(request) ? refuse() : undefined)
  await tab.send('One')
  await tab.screen.findByRole('alert')
  browser.network.set(false)
  await pass(10_000)
  await goOn(tab, ' and two')
  delete backend.faults.before
  act(() => browser.network.set(true))
  await pass(10_000)
  expect(tab.field()).toHaveValue('One and two')
  expect(await posted(backend)).toEqual([])
  await tab.user.click(tab.screen.getByRole('button', { name: 'Post comment' }))
  await expect.poll(() => posted(backend)).toEqual(['One and two'])
})

test('two tabs that send the same comment at the same time post it once, and both show it', async () => {
  const { tab, backend, browser } = await openTab()
  let release = () => {}
  const passed = new Promise<void>((resolve) => (release = resolve))
  let posts = 0
  backend.faults.before = async (request) => {
    if (!isPost(request)) return
    posts += 1
    await passed
  }
  await tab.send('From both.')
  await expect.poll(() => posts).toBe(1)
  const { tab: other } = await openTab({ backend, browser })
  await expect.poll(() => posts).toBe(2)
  release()
  for (const each of [tab, other]) {
    await expect.poll(() => (act(browser.storage.deliverAll), each.screen.queryByText(/Sending/))).toBeNull()
    expect(each.screen.getAllByText('From both.')).toHaveLength(1)
    expect(each.field()).toHaveValue('')
  }
  expect(await posted(backend)).toEqual(['From both.'])
})

test('what a tab was sending when it was closed is sent by the one that is left', async () => {
  const { tab, backend, browser } = await openTab()
  const { tab: other } = await openTab({ backend, browser })
  let posts = 0
  backend.faults.before = (request) => {
    if (isPost(request)) posts += 1
    return isPost(request) && posts === 1 ? new Promise<never>(() => {}) : undefined
  }
  await tab.send('Goodbye.')
  await expect.poll(() => posts).toBe(1)
  tab.close()
  act(browser.storage.deliverAll)
  await expect.poll(() => posted(backend)).toEqual(['Goodbye.'])
  await expect.poll(() => other.screen.getAllByText('Goodbye.')).toHaveLength(1)
  await expect.poll(() => other.screen.queryByText(/Sending/)).toBeNull()
})

test('where nothing can be kept, it is told, and what is written and sent is there all the same', async () => {
  const { tab, backend, browser } = await openTab()
  browser.storage.fill()
  await tab.user.type(tab.field(), 'Only here')
  expect(tab.screen.getByText(/This browser could not store your text/, { selector: 'strong' })).toBeVisible()
  expect(tab.field()).toHaveValue('Only here')
  await tab.send('Sent from here')
  await expect.poll(() => posted(backend)).toEqual(['Sent from here'])
  await expect.poll(() => tab.screen.queryByText(/Sending/)).toBeNull()
  expect(tab.field()).toHaveValue('')
})
