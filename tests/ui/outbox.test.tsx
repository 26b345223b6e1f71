import { act } from '@testing-library/react'
import { expect, onTestFinished, test, vi } from 'vitest'
import { problemAnswer } from '../../src/backend/problemAnswer.ts'
import { startBackend } from '../support/openDiscussion.tsx'
import { createBrowser, openWritingTab, type Browser, type WritingTab } from '../support/openWritingTab.tsx'

type Backend = Awaited<ReturnType<typeof startBackend>>

/** Shorter than a test waits, longer than an answer takes, in milliseconds. */
const TIMEOUT_MS = 400

async function open(options: { backend?: Backend; browser?: Browser; timeoutMs?: number } = {}) {
  const { backend = await startBackend(), browser = createBrowser(), ...rest } = options
  return { backend, browser, tab: await openWritingTab({ backend, browser, ...rest }) }
}

/** Time is the test's from here on, but for what it waits for. */
function holdTime(): void {
  vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  onTestFinished(() => void vi.useRealTimers())
}

const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

/** The texts that somebody named Ada has in the store, newest first. */
async function posted({ api, transcript }: Backend): Promise<string[]> {
  const discussionId = transcript.discussion?.id
  if (!discussionId) throw new Error('There is no discussion.')
  const { comments } = await api.listComments({ discussionId, order: 'newest' })
  return comments.filter(({ author }) => author.name === 'Ada').map(({ body }) => body)
}

const isPost = ({ method }: Request) => method === 'POST'
const isQuestion = ({ url }: Request) => url.includes('/idempotency/')
const isWriting = (request: Request) => isPost(request) || isQuestion(request)

function refuse(): never {
  throw new TypeError('no network')
}

/** Writes where the text stands, as somebody who goes on with it. */
async function goOn({ user, field }: WritingTab, text: string) {
  await user.type(field(), text)
}

test('five time-outs after the backend has kept a comment lead to one comment, under one key', async () => {
  const { tab, backend } = await open({ timeoutMs: TIMEOUT_MS })
  const keys = new Set<string | null>()
  const timeouts: string[] = []
  backend.faults.after = (request, answer) => {
    if (isPost(request)) keys.add(request.headers.get('Idempotency-Key'))
    if (!isWriting(request) || timeouts.length === 5) return answer
    timeouts.push(request.method)
    return new Promise(() => {})
  }
  await tab.send('Five times.')
  while (timeouts.length < 5) {
    expect(await tab.screen.findByRole('alert')).toHaveTextContent('Not posted, as far as can be told.')
    expect(tab.field()).toHaveValue('Five times.')
    const before = timeouts.length
    await tab.user.click(tab.screen.getByRole('button', { name: 'Try again' }))
    await expect.poll(() => timeouts.length).toBeGreaterThan(before)
  }
  await expect.poll(() => tab.screen.getByRole('status').textContent).toBe('Comment posted')
  expect(tab.field()).toHaveValue('')
  expect(await posted(backend)).toEqual(['Five times.'])
  expect(keys.size).toBe(1)
})

test('a backend that asks for a while is left alone for that while, and then asked again', async () => {
  holdTime()
  const { tab, backend } = await open()
  let posts = 0
  backend.faults.before = (request) => {
    if (!isPost(request)) return undefined
    posts += 1
    return posts === 1 ? problemAnswer({ code: 'rate-limited', retryAfter: 90 }) : undefined
  }
  await tab.send('Patiently.')
  expect(await tab.screen.findByRole('alert')).toHaveTextContent('It is tried again by itself.')
  await pass(80_000)
  expect(posts).toBe(1)
  await pass(11_000)
  await expect.poll(() => posted(backend)).toEqual(['Patiently.'])
  await expect.poll(() => tab.field().value).toBe('')
})

test('what could not be posted is tried again by itself, later and later', async () => {
  holdTime()
  const { tab, backend } = await open()
  let posts = 0
  backend.faults.before = (request) => {
    if (!isPost(request)) return undefined
    posts += 1
    return refuse()
  }
  await tab.send('Still there.')
  await tab.screen.findByRole('alert')
  const early = posts
  await pass(30_000)
  const soon = posts - early
  await pass(30_000)
  expect(soon).toBeGreaterThan(posts - early - soon)
  delete backend.faults.before
  await pass(31_000)
  await expect.poll(() => posted(backend)).toEqual(['Still there.'])
  await expect.poll(() => tab.field().value).toBe('')
})

test('while its writer changes a text, it is not tried again, and nothing else is done for it either', async () => {
  holdTime()
  const { tab, backend } = await open()
  let requests = 0
  backend.faults.before = (request) => {
    if (!isWriting(request)) return
    requests += 1
    refuse()
  }
  await tab.send('One')
  await tab.screen.findByRole('alert')
  await goOn(tab, ' and two')
  const before = requests
  await pass(5_000)
  const looks = vi.spyOn(tab.device, 'list')
  await pass(5_000)
  expect(requests).toBe(before)
  expect(looks.mock.calls.length).toBeLessThan(100)
  expect(tab.field()).toHaveValue('One and two')
})

test('a text that came back and was discarded is not sent, unless the discarding is undone', async () => {
  holdTime()
  const { tab, backend } = await open()
  backend.faults.before = (request) => (isWriting(request) ? refuse() : undefined)
  await tab.send('Never mind.')
  await tab.screen.findByRole('alert')
  await tab.user.click(await tab.screen.findByRole('button', { name: 'Discard' }))
  expect(tab.field()).toHaveValue('')
  delete backend.faults.before
  await pass(7_000)
  expect(await posted(backend)).toEqual([])
  await tab.user.click(tab.screen.getByRole('button', { name: 'Undo' }))
  expect(tab.field()).toHaveValue('Never mind.')
  await tab.user.click(tab.screen.getByRole('button', { name: 'Post comment' }))
  await expect.poll(() => posted(backend)).toEqual(['Never mind.'])
})

test('what was discarded can be had back for eight seconds, and no longer', async () => {
  holdTime()
  const { tab } = await open()
  await tab.user.type(tab.field(), 'A thought')
  await tab.user.click(await tab.screen.findByRole('button', { name: 'Discard' }))
  expect(document.activeElement).toBe(tab.field())
  await pass(7_500)
  expect(tab.screen.getByRole('button', { name: 'Undo' })).toBeVisible()
  await pass(1_000)
  expect(tab.screen.queryByRole('button', { name: 'Undo' })).toBeNull()
})

test.for([
  ['before the backend has it', 'before'],
  ['after the backend has kept it', 'after'],
] as const)(
  'a page that ends %s goes on when it is opened again, and it is posted once',
  async ([, when]) => {
    const { tab, backend, browser } = await open()
    let posts = 0
    const hang = <Answer,>(request: Request, answer: Answer) => {
      if (isPost(request)) posts += 1
      return isPost(request) && posts === 1 ? new Promise<never>(() => {}) : answer
    }
    if (when === 'before') backend.faults.before = (request) => hang(request, undefined)
    else backend.faults.after = hang
    await tab.send('Across a reload.')
    await expect.poll(() => posts).toBe(1)
    tab.close()
    const { tab: again } = await open({ backend, browser })
    await expect.poll(() => posted(backend)).toEqual(['Across a reload.'])
    await expect.poll(() => again.screen.getAllByText('Across a reload.')).toHaveLength(1)
    await expect.poll(() => again.screen.queryByText(/Sending/)).toBeNull()
    expect(again.field()).toHaveValue('')
    expect(posts).toBe(when === 'before' ? 2 : 1)
  },
)

test('a text that was changed after it may have been posted is only sent once it is known that it was not', async () => {
  const { tab, backend } = await open()
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
    const { tab, backend } = await open()
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
  const { tab, backend } = await open()
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
  const { tab, backend } = await open()
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
  const { tab, backend, browser } = await open()
  browser.network.set(false)
  await tab.send('From the train.')
  expect(await tab.screen.findByText(/Waiting for network/, { selector: 'article span' })).toBeVisible()
  tab.close()
  const { tab: again } = await open({ backend, browser })
  expect(await again.screen.findByText(/Waiting for network/, { selector: 'article span' })).toBeVisible()
  expect(await posted(backend)).toEqual([])
  act(() => browser.network.set(true))
  await expect.poll(() => again.screen.getByRole('status').textContent).toBe('Comment posted')
  expect(await posted(backend)).toEqual(['From the train.'])
})

test('a text that is being changed is not sent as it was when the network is back', async () => {
  holdTime()
  const { tab, backend, browser } = await open()
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
  const { tab, backend, browser } = await open()
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
  const { tab: other } = await open({ backend, browser })
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
  const { tab, backend, browser } = await open()
  const { tab: other } = await open({ backend, browser })
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
  const { tab, backend, browser } = await open()
  browser.storage.fill()
  await tab.user.type(tab.field(), 'Only here')
  expect(tab.screen.getByText(/This browser could not store your text/)).toBeVisible()
  expect(tab.field()).toHaveValue('Only here')
  await tab.send('Sent from here')
  await expect.poll(() => posted(backend)).toEqual(['Sent from here'])
  await expect.poll(() => tab.screen.queryByText(/Sending/)).toBeNull()
  expect(tab.field()).toHaveValue('')
})
